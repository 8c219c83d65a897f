import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findTerraform } from "../../../src/deploy/terraform";
import { preview, type PlannedStack } from "../../../src/preview/preview";
import { readStacks } from "../../../src/preview/read-stacks";
import { fakeProgram } from "../../support/fake-program";
import { meshDir } from "../../support/mesh-dir";
import { sideOf, type Content } from "../support/sides";

const SECRET = "correct-horse-battery";

const data = (named: Readonly<Record<string, object>>): Content => ({ terraform_data: named });
const KEPT = { lifecycle: { prevent_destroy: true } };

/** Two resources: one that Terraform refuses, saying a secret that stands in the other. */
const REFUSED = {
  it: {
    input: "b",
    lifecycle: {
      precondition: [{ condition: '${terraform_data.login.id == ""}', error_message: `not with ${SECRET}` }],
    },
  },
  login: { input: { password: SECRET } },
};

const PLAIN = data({ it: { input: "a" } });

const BASE = sideOf({
  same: PLAIN,
  changes: data({ it: { input: "a" }, other: { input: "b" } }),
  goes: data({ it: { input: "a", ...KEPT } }),
  replaces: data({
    kept: { triggers_replace: "a", ...KEPT },
    dropped: { input: "a", ...KEPT },
    loose: { triggers_replace: "a" },
  }),
  "unmakeable-now": PLAIN,
  "unmakeable-before": new Error("a policy was too large"),
  "unmakeable-ever": new Error("a policy was too large"),
  refused: data({ it: { input: "a" }, login: REFUSED.login }),
  "refused-before": data({ it: { nosuch: SECRET }, login: { input: { password: SECRET } } }),
});

const HEAD = sideOf({
  fresh: PLAIN,
  same: PLAIN,
  changes: data({ it: { input: "z" }, other: { input: "b" } }),
  replaces: data({ kept: { triggers_replace: "b", ...KEPT }, loose: { triggers_replace: "b" } }),
  "unmakeable-now": new Error("a policy is too large"),
  "unmakeable-before": PLAIN,
  "unmakeable-ever": new Error("a policy is still too large"),
  refused: data(REFUSED),
  "refused-before": PLAIN,
});

describe("a change of many stacks", () => {
  const planned = new Map<string, PlannedStack>();
  const steps: string[] = [];

  beforeAll(async () => {
    const terraform = await findTerraform(process.env);
    const stacks = await preview({
      ...{ head: HEAD, base: BASE, terraform, parallelism: 2 },
      // How somebody runs Terraform otherwise is no matter of a review.
      env: {
        ...process.env,
        TF_CLI_ARGS_plan: "-target=no.such",
        TF_DATA_DIR: "/nowhere",
        TF_ENCRYPTION: "keys that only OpenTofu would look for",
        TF_CLI_ARGS: "-json",
      },
      onStep: (done, of) => steps.push(`${done}/${of}`),
    });
    for (const stack of stacks) planned.set(stack.stack, stack);
  });

  const actionsIn = (name: string) =>
    planned.get(name)?.read?.plan.changes.map(({ address, action }) => `${action} ${address}`);

  test("is planned in the order of the mesh as it would be, then of what goes", () => {
    expect([...planned.keys()]).toEqual([
      ...["fresh", "same", "changes", "replaces", "unmakeable-now", "unmakeable-before", "unmakeable-ever"],
      ...["refused", "refused-before", "goes"],
    ]);
    expect(planned.get("goes")?.domain).toBe("domain-of-goes");
    expect(planned.get("fresh")?.domain).toBe("domain-of-fresh");
    expect(steps).toEqual(["0/6", "1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
  });

  test("leaves a stack of equal bytes out, and says that they prove it", () => {
    expect([...planned.values()].filter(({ proven }) => proven).map(({ stack }) => stack)).toEqual(["same"]);
    expect(planned.get("same")).toMatchObject({ gone: false });
    expect(planned.get("same")?.read).toBeUndefined();
  });

  test("makes a new stack from nothing", () => {
    expect(actionsIn("fresh")).toEqual(["create terraform_data.it"]);
    expect(planned.get("fresh")?.constructs).toEqual(new Map([["terraform_data.it", "fresh/it"]]));
  });

  test("keeps of a stack that changes what changes", () => {
    expect(actionsIn("changes")).toEqual(["update terraform_data.it"]);
    expect(planned.get("changes")?.read?.plan.changes[0]).toMatchObject({
      before: { input: "a" },
      after: { input: "z" },
    });
  });

  test("destroys a stack that goes, and remembers that Terraform would have refused it", () => {
    expect(actionsIn("goes")).toEqual(["delete terraform_data.it"]);
    expect(planned.get("goes")).toMatchObject({ gone: true, prevented: new Set(["terraform_data.it"]) });
  });

  test("shows what Terraform would have refused to replace, and that it would; what is gone from the stack it would not", () => {
    expect(actionsIn("replaces")).toEqual([
      "delete terraform_data.dropped",
      "replace terraform_data.kept",
      "replace terraform_data.loose",
    ]);
    expect(planned.get("replaces")?.prevented).toEqual(new Set(["terraform_data.kept"]));
    expect(planned.get("replaces")?.constructs.get("terraform_data.dropped")).toBe("replaces/dropped");
  });

  test("says of a stack that cannot be made why, and on which side", () => {
    const errors = ["unmakeable-now", "unmakeable-before", "unmakeable-ever"].map((name) =>
      planned.get(name),
    );

    expect(errors.map((stack) => stack?.error)).toEqual([
      "a policy is too large",
      "the base cannot be made: a policy was too large",
      "a policy is still too large",
    ]);
    expect(errors.some((stack) => stack?.proven)).toBe(false);
    expect(errors.some((stack) => stack?.read !== undefined)).toBe(false);
  });

  test("says in Terraform's words why it refuses a stack, and keeps what it planned", () => {
    const { error = "", read } = planned.get("refused") ?? {};

    // The first line is what a comment shows.
    expect(error).toMatch(
      /^Resource precondition failed: not with \(sensitive\)\n\non cdk\.tf\.json line \d+, /,
    );
    expect(read?.plan.errored).toBe(true);
    expect(planned.get("refused-before")?.error).toMatch(
      /^the base cannot be made: Extraneous JSON object property: No argument or block type is named .*\n/,
    );
  });

  test("quotes no more of a stack than the line that is wrong, without its secrets", () => {
    expect(planned.get("refused-before")?.error).toMatch(/"nosuch": "\(sensitive\)"$/);
    for (const { error = "" } of planned.values()) {
      expect(error).not.toContain('"resource": {');
      expect(error).not.toContain(SECRET);
    }
  });

  test("comes to the stacks of a review", () => {
    const { stacks } = readStacks([...planned.values()]);

    expect(Object.fromEntries(stacks.map(({ stack, outcome }) => [stack, outcome]))).toEqual({
      fresh: "planned",
      same: "proven",
      changes: "planned",
      replaces: "planned",
      "unmakeable-now": "failed",
      "unmakeable-before": "failed",
      "unmakeable-ever": "failed",
      refused: "failed",
      "refused-before": "failed",
      goes: "planned",
    });
  });
});

describe("when nothing differs", () => {
  test("Terraform is never started", async () => {
    const side = sideOf({ orders: PLAIN, users: PLAIN });
    const terraform = { command: "/no/such/terraform", product: "Terraform", version: "1.11.4" } as const;

    const planned = await preview({ head: side, base: side, terraform, env: {}, parallelism: 1 });

    expect(planned.map(({ stack, proven }) => [stack, proven])).toEqual([
      ["orders", true],
      ["users", true],
    ]);
  });
});

describe("when something stops it", () => {
  const before = process.env.TMPDIR;
  let temporary: string;

  beforeEach(() => {
    temporary = process.env.TMPDIR = mkdtempSync("/tmp/mw-test-");
  });

  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(temporary, { recursive: true, force: true });
  });

  const slow = data({ it: { input: "a", provisioner: { "local-exec": { command: "sleep 20" } } } });
  const many = (content: Content) => sideOf({ a: content, b: content, c: content, d: content });

  test("a signal ends all that runs, and neither files nor sockets are left", async () => {
    const terraform = await findTerraform(process.env);
    const stop = new AbortController();
    const begun = Date.now();
    setTimeout(() => stop.abort(), 1_500);

    const planning = preview({
      ...{ head: many(PLAIN), base: many(slow), terraform, env: process.env, parallelism: 2 },
      stop: stop.signal,
    });

    await expect(planning).rejects.toMatchObject({ name: "AbortError" });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("a signal waits for every Terraform to end, the slowest too", async () => {
    const ended = join(meshDir({}), "ended");
    const wait = (atEnd: string) => `trap 'kill $!; ${atEnd} exit 1' INT; sleep 30 & wait`;
    const script = `case "$PWD" in */b) ${wait(`sleep 0.5; touch ${ended};`)};; *) ${wait("")};; esac`;
    const command = join(fakeProgram("terraform", script), "terraform");
    const terraform = { command, product: "Terraform", version: "1.11.4" } as const;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 500);

    const planning = preview({
      ...{ head: many(PLAIN), base: sideOf({}), terraform, env: process.env, parallelism: 2 },
      stop: stop.signal,
    });

    await expect(planning).rejects.toMatchObject({ name: "AbortError" });
    expect(existsSync(ended)).toBe(true);
  });

  test("a program that cannot be started ends it once no other runs", async () => {
    const command = join(meshDir({}), "terraform");
    const terraform = { command, product: "Terraform", version: "1.11.4" } as const;

    const planning = preview({ head: many(PLAIN), base: sideOf({}), terraform, env: {}, parallelism: 2 });

    await expect(planning).rejects.toThrow(`spawn ${command} ENOENT`);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("files are gone after a review, too", async () => {
    const terraform = await findTerraform(process.env);

    await preview({
      ...{ head: sideOf({ a: PLAIN }), base: sideOf({}), terraform, env: process.env, parallelism: 1 },
    });

    expect(readdirSync(temporary)).toEqual([]);
  });
});
