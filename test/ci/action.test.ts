import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TestRepository } from "../preview/support/test-repository";
import { ACTION } from "./support/workflows";

const [reviewStep, postStep, gateStep] = ACTION.runs.steps;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meshwright-action-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What `npx` was called with. */
  readonly words: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const NPX = `#!/usr/bin/env node
const { writeFileSync } = require("node:fs");
const words = process.argv.slice(2);
writeFileSync(process.env.WORDS, JSON.stringify(words));
if (process.env.NO_REVIEW !== "1") {
  for (const word of words) {
    const [, file] = /^--output=(.*)$/.exec(word) ?? [];
    if (file) writeFileSync(file, file.endsWith(".json") ? process.env.REVIEW : "a review\\n");
  }
}
console.log("::warning::of the review");
process.exit(Number(process.env.EXIT ?? 0));
`;

const BASE = "0123456789abcdef0123456789abcdef01234567";

/** As much of a review as the action reads. */
const reviewOf = (verdict: string): string =>
  JSON.stringify({
    ...{ verdict, base: BASE, stacks: [{ stack: "orders" }, { stack: "orders-boundary" }] },
    unchanged: [
      { stack: "erp", proven: true },
      { stack: "platform", proven: false },
    ],
  });

/** Runs a step as the runner does, with a stand-in for npx. */
function ran(script: string | undefined, env: Readonly<Record<string, string>> = {}): Ran {
  const path = (name: string): string => join(folder, name);
  writeFileSync(path("npx"), NPX);
  chmodSync(path("npx"), 0o755);
  for (const name of ["outputs", "summary"]) writeFileSync(path(name), "");
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", script ?? ""],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...{ PATH: `${folder}:${process.env.PATH ?? ""}`, WORDS: path("words") },
        REVIEW: reviewOf("none"),
        ...{ GITHUB_OUTPUT: path("outputs"), GITHUB_STEP_SUMMARY: path("summary") },
        ...env,
      },
    },
  );
  const lines = readFileSync(path("outputs"), "utf8").trim().split("\n");
  return {
    ...{ code: status, stdout, stderr },
    words: existsSync(path("words")) ? (JSON.parse(readFileSync(path("words"), "utf8")) as string[]) : [],
    outputs: Object.fromEntries(
      lines.map((line): [string, string] => [
        line.slice(0, line.indexOf("=")),
        line.slice(line.indexOf("=") + 1),
      ]),
    ),
    summary: readFileSync(path("summary"), "utf8"),
  };
}

/** What the runner would put in place of the expressions. */
const inputs = (over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...{ MESH: ".", ENVIRONMENT: "", BASE: "", TARGET: "", PLANS: "" },
  ...{ FAIL_ON: "loss,breaking", LABELS: "[]" },
  REPORT: join(folder, "report"),
  ...over,
});

describe("the review", () => {
  test("writes every form, and says what came of it", () => {
    const { code, words, outputs, summary } = ran(
      reviewStep?.run,
      inputs({ REVIEW: reviewOf("dataLoss"), EXIT: "3" }),
    );
    const report = join(folder, "report");

    expect(code).toBe(0);
    expect(words).toEqual([
      ...["--no-install", "meshwright", "review", "--mesh=.", "--fail-on=loss,breaking"],
      ...["md", "json", "html", "sarif"].map((form) => `--output=${report}/review.${form}`),
    ]);
    // Also what was made and does not change although its bytes do: a plan has to tell.
    const stacks = '["orders","orders-boundary","platform"]';
    expect(outputs).toEqual({ verdict: "dataLoss", base: BASE, stacks, "exit-code": "3", report });
    expect(summary).toBe("a review\n");
  });

  test("has every variable that its script reads", () => {
    expect(Object.keys(reviewStep?.env ?? {})).toEqual(Object.keys(inputs()));
  });

  test("takes an environment, a commit, and plans as lines and as a folder", () => {
    mkdirSync(join(folder, "my plans"));
    for (const name of ["orders", "users"]) writeFileSync(join(folder, "my plans", `${name}.json`), "{}");
    const PLANS = "traffic=t.json\n\nmy plans\n";

    const { words } = ran(reviewStep?.run, inputs({ ENVIRONMENT: "prod", BASE: "abc", PLANS }));

    expect(words.slice(5, -4)).toEqual([
      ...["--env=prod", "--base=abc", "--plan=traffic=t.json"],
      ...["--plan=orders=my plans/orders.json", "--plan=users=my plans/users.json"],
    ]);
  });

  test.each([
    ["plans", "there is no plan in the folder 'plans': no file in it ends in .json"],
    ["none", "there is no plan in the folder 'none': no file in it ends in .json"],
  ])("is not made without the plans of the folder '%s'", (PLANS, message) => {
    mkdirSync(join(folder, "plans"));

    const { code, stdout, words, outputs } = ran(reviewStep?.run, inputs({ PLANS: `${PLANS}\na=b.json` }));

    expect({ code, words }).toEqual({ code: 0, words: [] });
    expect(stdout).toContain(`::error::${message}\n`);
    expect(outputs).toMatchObject({ verdict: "failed", "exit-code": "1" });
  });

  test("compares with where the pull request left its target, unless a commit is named", () => {
    const it = new TestRepository({ "mesh.yaml": "" });
    const left = it.git("rev-parse", "HEAD");
    it.git("switch", "--quiet", "--create", "idea");
    it.commit("the idea");
    it.git("switch", "--quiet", "main");
    const TARGET = it.commit("another's");
    it.git("switch", "--quiet", "idea");
    const baseIn = (over: Readonly<Record<string, string>>): string | undefined =>
      ran(reviewStep?.run, inputs({ GIT_DIR: it.path(".git"), ...over })).words.find((word) =>
        word.startsWith("--base"),
      );

    expect(baseIn({ TARGET })).toBe(`--base=${left}`);
    expect(baseIn({ TARGET, BASE: "abc" })).toBe("--base=abc");
    expect(baseIn({ TARGET: "0".repeat(40) })).toBeUndefined();
  });

  test("takes the labels that accept a loss or a break, and no others", () => {
    const LABELS = JSON.stringify([
      "loss:0123456789abcdef",
      "bug",
      "breaks:fedcba9876543210",
      "loss:0123456789abcdef\n--fail-on=none",
      "loss:$(touch evil)",
      "xloss:0123456789abcdef",
    ]);

    const { words } = ran(reviewStep?.run, inputs({ LABELS }));

    expect(words.filter((word) => word.startsWith("--accept"))).toEqual([
      "--accept=loss:0123456789abcdef",
      "--accept=breaks:fedcba9876543210",
    ]);
  });

  test("runs nothing that an input says", () => {
    const evil = '"; touch evil; $(touch evil) `touch evil`';
    const { code, words } = ran(
      reviewStep?.run,
      inputs({ MESH: evil, ENVIRONMENT: evil, BASE: evil, PLANS: `a=${evil}`, FAIL_ON: evil }),
    );

    expect(code).toBe(0);
    expect(existsSync(join(folder, "evil"))).toBe(false);
    expect(words.slice(3, -4)).toEqual([
      ...[`--mesh=${evil}`, `--fail-on=${evil}`, `--env=${evil}`, `--base=${evil}`, `--plan=a=${evil}`],
    ]);
  });

  test("is printed while the runner takes no commands", () => {
    const [stop, line, go] = ran(reviewStep?.run, inputs()).stdout.trim().split("\n");

    expect(stop).toMatch(/^::stop-commands::[0-9a-f-]{36}$/);
    expect(line).toBe("::warning::of the review");
    expect(go).toBe(`::${stop?.split("::")[2] ?? ""}::`);
  });

  test("that could not be made is none", () => {
    const { code, outputs } = ran(reviewStep?.run, inputs({ NO_REVIEW: "1", EXIT: "1" }));

    expect(code).toBe(0);
    expect(outputs).toEqual({ verdict: "failed", "exit-code": "1", report: join(folder, "report") });
  });

  test("cannot write another output by its verdict", () => {
    const REVIEW = reviewOf("none\nexit-code=0");

    expect(ran(reviewStep?.run, inputs({ REVIEW })).outputs.verdict).toBe("noneexitcode0");
  });
});

describe("the comment", () => {
  const posting = (STATUS: string): Record<string, string> => ({
    ...{ GITHUB_TOKEN: "t", ACCOUNT: "github-actions[bot]", PULL_REQUEST: "12", HEAD: "abc" },
    ...{ REPORT: join(folder, "report"), STATUS },
  });
  const withReport = (): void => {
    mkdirSync(join(folder, "report"));
    writeFileSync(join(folder, "report", "review.md"), "a review\n");
  };
  const common = [
    ...["--no-install", "meshwright", "comment"],
    ...["--host=github", "--pull-request=12", "--account=github-actions[bot]"],
  ];

  test("is given the file and the head", () => {
    withReport();

    expect(ran(postStep?.run, posting("2")).words).toEqual([
      ...common,
      ...[`--file=${join(folder, "report")}/review.md`, "--head=abc"],
    ]);
  });

  test("is not written when nothing changes", () => {
    withReport();

    expect(ran(postStep?.run, posting("0")).words.at(-1)).toBe("--unchanged");
  });

  test("is marked as outdated when there is no review", () => {
    expect(ran(postStep?.run, posting("1")).words).toEqual([...common, "--outdated"]);
  });

  test("has every variable that its script reads", () => {
    expect(Object.keys(postStep?.env ?? {})).toEqual(Object.keys(posting("")));
  });
});

test.each([
  ["0", 0, ""],
  ["2", 0, ""],
  ["3", 3, "::error::the change loses data, and nobody accepted it\n"],
  ["4", 4, "::error::the change breaks consumers, and nobody accepted it\n"],
  ["5", 5, "::error::the change gives or takes access\n"],
  ["1", 1, "::error::the change could not be reviewed, or a plan failed or is missing\n"],
  ["", 1, "::error::the change could not be reviewed, or a plan failed or is missing\n"],
])("a review that ends with %j makes the job end with %i", (STATUS, code, stdout) => {
  expect(ran(gateStep?.run, { STATUS })).toMatchObject({ code, stdout });
});
