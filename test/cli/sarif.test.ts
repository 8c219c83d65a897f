import type { Finding } from "../../src/finding";
import { sarifLog } from "../../src/cli/views/findings-sarif";
import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN } from "./support/files";
import { run } from "./support/run";

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { id: string }[] } };
    readonly results: readonly { ruleId: string; ruleIndex: number }[];
  }[];
}

const finding = (overrides: Partial<Finding>): Finding => ({
  code: "UnknownTeam",
  severity: "error",
  message: "no such team",
  at: { file: "domains/orders/domain.yaml", path: [] },
  position: { line: 4, column: 16 },
  ...overrides,
});
const options = {
  version: "1.2.3",
  prefix: "",
  descriptions: new Map([["UnknownTeam", "Teams are known."]]),
};
const runOf = (...findings: Finding[]) => (sarifLog(findings, options) as Log).runs[0];

test("a finding is a result at its place, with its level and everything it says", () => {
  const [result] = runOf(finding({ value: "nope", rule: "a team", fix: "add it" }))?.results ?? [];

  expect(result).toEqual({
    ruleId: "UnknownTeam",
    ruleIndex: 0,
    level: "error",
    message: { text: "no such team\nvalue: nope\nrule: a team\nfix: add it" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "domains/orders/domain.yaml" },
          region: { startLine: 4, startColumn: 16 },
        },
      },
    ],
  });
});

test("every code that occurs is a rule once, described, and results point at theirs", () => {
  const log = runOf(
    finding({ code: "UnknownTeam" }),
    finding({ code: "AccessExpiring", severity: "warning" }),
    finding({ code: "UnknownTeam" }),
  );

  expect(log?.tool.driver.rules).toEqual([
    {
      id: "AccessExpiring",
      shortDescription: { text: "Access expiring." },
      defaultConfiguration: { level: "warning" },
    },
    {
      id: "UnknownTeam",
      shortDescription: { text: "Teams are known." },
      defaultConfiguration: { level: "error" },
    },
  ]);
  for (const { ruleId, ruleIndex } of log?.results ?? []) {
    expect(log?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
});

test("a path is a URI: what a URI gives a meaning is escaped, half a character replaced", () => {
  const log = JSON.stringify(runOf(finding({ at: { file: "domains/a b#c/d%\ud800.yaml", path: [] } })));

  expect(log).toContain('"uri":"domains/a%20b%23c/d%25%EF%BF%BD.yaml"');
});

test("the command writes one run of version 2.1.0 with paths from the working directory", async () => {
  const root = meshDir(
    Object.fromEntries(
      Object.entries(validMesh(changed(DOMAIN, "order-management", "nobody"))).map(([path, text]) => [
        `mesh/${path}`,
        text,
      ]),
    ),
  );

  const { code, stdout } = await run(root, "validate --mesh mesh --format sarif");

  const log = JSON.parse(stdout) as Log;
  expect(log.version).toBe("2.1.0");
  expect(log.runs).toHaveLength(1);
  expect(log.runs[0]?.tool.driver.name).toBe("meshwright");
  expect(stdout).toContain('"uri": "mesh/domains/orders/domain.yaml"');
  expect(stdout).not.toContain(root);
  expect(code).toBe(1);
});

test("no path leads out of the working directory, for code scanning would refuse it", async () => {
  const root = meshDir(validMesh(changed(DOMAIN, "order-management", "nobody")));

  const { stdout } = await run(meshDir({}), ["validate", "--mesh", root, "--format", "sarif"]);

  expect(stdout).toContain('"uri": "domains/orders/domain.yaml"');
});
