import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { meshDir, validMesh } from "../support/mesh-dir";
import { meshwright } from "../support/source-process";

test("a deployment that is asked to stop ends cleanly with the signal's exit code, and the next one goes on", async () => {
  const cwd = meshDir(validMesh());
  let sent = false;

  const { code, stdout, stderr } = await meshwright(cwd, ["deploy", "--offline"], {}, (text, child) => {
    if (!sent && text.includes("[2/5]")) sent = child.kill("SIGTERM");
  });

  expect(stderr).toContain("stopping: Terraform ends what it is at; a second signal does not wait for it\n");
  expect(stdout).toMatch(/\n {2}(analytics|orders) +(skipped|failed) /);
  expect(code).toBe(143);
  expect(existsSync(join(cwd, ".meshwright", "offline", "dev", "run"))).toBe(false);

  expect((await meshwright(cwd, ["deploy", "--offline"])).code).toBe(0);
  expect((await meshwright(cwd, ["plan"])).code).toBe(0);
}, 60_000);

test("two deployments at once take turns", async () => {
  const cwd = meshDir(validMesh());

  const runs = await Promise.all(
    [0, 1].map(() => meshwright(cwd, ["deploy", "--offline", "--format", "json"])),
  );

  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const outcomes = runs.map(({ stdout }) => [
    ...new Set([...stdout.matchAll(/"outcome": "(\w+)"/g)].map(([, word]) => word)),
  ]);
  expect(outcomes.sort()).toEqual([["deployed"], ["unchanged"]]);
  expect(runs.map(({ stderr }) => stderr).join("")).toMatch(
    /another run is under way in this environment \(process \d+\); waiting/,
  );
}, 60_000);

test("the demo deploys, shows what was made, proves the second plan empty and says what to try next", async () => {
  const cwd = meshDir(validMesh());

  const { code, stdout } = await meshwright(cwd, ["demo"], { npm_package_name: "my-mesh" });

  expect(stdout).toMatch(/\ndev, offline: 5 stacks in /);
  expect(stdout).toMatch(/\nWhat was made\ndev, offline: \d+ things\n/);
  expect(stdout).toMatch(/\nNothing to change: 5 empty plans in \d+\.\d s\n\nNext\n/);
  expect(stdout).toContain("  deploy the change\n    npx meshwright deploy orders --offline\n");
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, ".meshwright", "offline", "dev", "world.json"), "utf8")).toContain(
    "orders.order-placed.v1",
  );
}, 60_000);
