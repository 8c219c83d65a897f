import { existsSync, readFileSync, statSync } from "node:fs";
import { hasChanges, hasFailed, runStacks, type Verb } from "../../src/deploy";
import { findTerraform } from "../../src/deploy/terraform";
import type { OfflineWorkspace } from "../../src/deploy/workspace";
import { offlineWorkspace, writeStack } from "../support/terraform-stacks";

const THING = { input: "a" };
/** Fails when it is applied. */
const REFUSED = {
  input: "a",
  lifecycle: {
    postcondition: [{ condition: '${self.output == "b"}', error_message: "the output must be b" }],
  },
};
const KEPT = { input: "a", lifecycle: { prevent_destroy: true } };

async function run(
  workspace: OfflineWorkspace,
  verb: Verb,
  stacks: Readonly<Record<string, readonly string[]>>,
  stop?: AbortSignal,
) {
  const terraform = await findTerraform(process.env);
  const order = new Map(Object.entries(stacks));
  const report = await runStacks({
    order,
    verb,
    workspace,
    terraform,
    env: process.env,
    parallelism: 2,
    stop,
  });
  const outcomes = Object.fromEntries(report.stacks.map(({ stack, outcome }) => [stack, outcome]));
  return { report, outcomes };
}

test("a plan tells what would change, keeps it for later readers, and changes nothing", async () => {
  const workspace = offlineWorkspace({ a: { resources: { One: THING, Two: THING } } });

  const { report } = await run(workspace, "plan", { a: [] });

  const [stack] = report.stacks;
  expect(stack).toMatchObject({
    outcome: "planned",
    changes: { create: 2, update: 0, replace: 0, delete: 0 },
  });
  expect(hasChanges(report)).toBe(true);
  expect(existsSync(workspace.stateFile("a"))).toBe(false);
  const plan = JSON.parse(readFileSync(stack?.planFile ?? "", "utf8")) as { resource_changes: unknown[] };
  expect(plan.resource_changes).toHaveLength(2);
  expect(statSync(stack?.planFile ?? "").mode & 0o077).toBe(0);
});

test("a deployment is followed by an empty plan, and the plan that was done is forgotten", async () => {
  const workspace = offlineWorkspace({ a: { resources: { One: THING } } });

  expect((await run(workspace, "deploy", { a: [] })).outcomes).toEqual({ a: "deployed" });
  expect(workspace.isDeployed("a")).toBe(true);

  const { report, outcomes } = await run(workspace, "plan", { a: [] });
  expect(outcomes).toEqual({ a: "unchanged" });
  expect(hasChanges(report)).toBe(false);
  expect(existsSync(workspace.planFile("a"))).toBe(false);
});

test("a stack that changed since is no longer deployed as it is", async () => {
  const workspace = offlineWorkspace({ a: { resources: { One: THING } } });
  await run(workspace, "deploy", { a: [] });

  writeStack(workspace, "a", { resources: { One: { input: "b" }, Two: THING } });

  expect(workspace.isDeployed("a")).toBe(false);
  const { report } = await run(workspace, "deploy", { a: [] });
  expect(report.stacks[0]).toMatchObject({ outcome: "deployed", changes: { create: 1, update: 1 } });
});

test("a stack that fails is explained, and the others that do not stand on it still finish", async () => {
  const workspace = offlineWorkspace({
    a: { resources: { One: THING, Bad: REFUSED } },
    "on-a": { resources: { One: THING } },
    b: { resources: { One: THING } },
  });

  const { report, outcomes } = await run(workspace, "deploy", { a: [], "on-a": ["a"], b: [] });

  expect(outcomes).toEqual({ a: "failed", "on-a": "skipped", b: "deployed" });
  expect(hasFailed(report)).toBe(true);
  expect(report.stacks[0]?.remarks).toEqual([
    {
      severity: "error",
      summary: "Resource postcondition failed",
      detail: "the output must be b",
      address: "terraform_data.Bad",
      constructPath: "a/Things/Bad",
    },
  ]);
  expect(report.stacks[1]?.because).toEqual(["a"]);
  expect(workspace.isDeployed("a")).toBe(false);
});

test("what is protected is not destroyed; the construct is found although Terraform names it in the text alone", async () => {
  const workspace = offlineWorkspace({ a: { resources: { Kept: KEPT } }, b: { resources: { One: THING } } });
  await run(workspace, "deploy", { a: [], b: [] });

  const { report, outcomes } = await run(workspace, "destroy", { b: [], a: [] });

  expect(outcomes).toEqual({ b: "destroyed", a: "failed" });
  const [remark] = report.stacks[1]?.remarks ?? [];
  expect(remark).toMatchObject({
    // OpenTofu says "Resource instance".
    summary: expect.stringMatching(/instance cannot be destroyed$/i) as string,
    address: "terraform_data.Kept",
    constructPath: "a/Things/Kept",
  });
  expect(report.stacks[1]?.changes.delete).toBe(0);
});

test("a configuration that Terraform cannot read is told in its own words", async () => {
  const workspace = offlineWorkspace({ a: { more: { nonsense: {} } } });

  const { report } = await run(workspace, "plan", { a: [] });

  expect(report.stacks[0]?.outcome).toBe("failed");
  expect(JSON.stringify(report.stacks[0]?.remarks)).toContain("nonsense");
});

test("a stack whose JSON is gone fails alone", async () => {
  const workspace = offlineWorkspace({ a: { resources: { One: THING } } });

  const { outcomes, report } = await run(workspace, "plan", { a: [], gone: [] });

  expect(outcomes).toEqual({ a: "planned", gone: "failed" });
  expect(report.stacks[1]?.remarks[0]?.summary).toMatch(/^ENOENT: .*gone\/cdk\.tf\.json/);
});

test("variables without a value get one, and those that are set keep theirs", async () => {
  const workspace = offlineWorkspace({
    a: {
      resources: { One: { input: "${var.password}-${var.user}" } },
      more: { variable: { password: { type: "string" }, user: { type: "string" } } },
    },
  });
  const terraform = await findTerraform(process.env);
  const env = { ...process.env, TF_VAR_user: "me" };
  const order = new Map([["a", []]]);

  await runStacks({ order, verb: "deploy", workspace, terraform, env, parallelism: 1 });

  expect(readFileSync(workspace.stateFile("a"), "utf8")).toContain('"offline-placeholder-me"');
});

test("asked to stop, Terraform ends what it is at; the state holds what was made, and the next run goes on", async () => {
  const slow = { input: "a", provisioner: { "local-exec": { command: "sleep 30" } } };
  const workspace = offlineWorkspace({
    a: { resources: { One: THING, Slow: slow } },
    b: { resources: { One: THING } },
  });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1_500);

  const started = performance.now();
  const { outcomes } = await run(workspace, "deploy", { a: [], b: ["a"] }, controller.signal);

  expect(performance.now() - started).toBeLessThan(15_000);
  expect(outcomes).toEqual({ a: "failed", b: "skipped" });
  expect(readFileSync(workspace.stateFile("a"), "utf8")).toContain('"One"');
  writeStack(workspace, "a", { resources: { One: THING } });
  expect((await run(workspace, "deploy", { a: [] })).outcomes).toEqual({ a: "deployed" });
}, 30_000);
