import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { meshDir } from "../support/mesh-dir";
import { workflow } from "./support/workflows";

const step = workflow("plans").jobs.plan?.steps.find(({ id }) => id === "plan");

/** What stands in for the programs: each writes how it was called, and where. */
const PROGRAM = `#!/bin/bash
echo "$(basename "$PWD"): $(basename "$0") $*" >> "$CALLS"
case "$(basename "$0") $*" in
  "npx meshwright synth") for stack in $(cat stacks); do mkdir -p "cdktf.out/stacks/$stack"; done ;;
  "git worktree add"*) mkdir ../base; echo gone > ../base/stacks ;;
  "terraform plan"*) if [ -n "$PLANNED" ]; then echo plan > plan.bin; fi; exit "$EXIT" ;;
  "terraform show"*) echo '{}' ;;
esac
`;

/** Runs the step for one stack as the runner does. */
function planned(stack: string, { planned: made = true, exit = 0 } = {}) {
  const folder = meshDir({ "head/stacks": "orders orders-boundary platform\n", calls: "" });
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const name of ["npx", "npm", "git", "terraform"]) {
    writeFileSync(join(bin, name), PROGRAM);
    chmodSync(join(bin, name), 0o755);
  }
  const { status } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""], {
    cwd: join(folder, "head"),
    env: {
      ...{ PATH: `${bin}:${process.env.PATH ?? ""}`, CALLS: join(folder, "calls"), RUNNER_TEMP: folder },
      ...{ STACK: stack, BASE: "abc", PLANNED: made ? "1" : "", EXIT: String(exit) },
    },
  });
  const calls = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
  return { status, calls, isThere: existsSync(join(folder, "plans", `${stack}.json`)) };
}

test("a stack is planned where it was made, whichever it is", () => {
  expect(planned("orders-boundary")).toEqual({
    status: 0,
    calls: [
      "head: npx meshwright synth",
      "orders-boundary: terraform init -input=false",
      "orders-boundary: terraform plan -input=false -lock=false -out=plan.bin",
      "orders-boundary: terraform show -json plan.bin",
    ],
    isThere: true,
  });
});

test("what a stack made that is gone is planned to be destroyed, as the base made it", () => {
  expect(planned("gone")).toEqual({
    status: 0,
    calls: [
      "head: npx meshwright synth",
      "head: git worktree add ../base abc",
      "base: npm ci --ignore-scripts",
      "base: npx meshwright synth",
      "gone: terraform init -input=false",
      "gone: terraform plan -input=false -lock=false -out=plan.bin -destroy",
      "gone: terraform show -json plan.bin",
    ],
    isThere: true,
  });
});

test("a plan that stopped half-way is kept, and the job fails all the same", () => {
  expect(planned("orders", { exit: 1 })).toMatchObject({ status: 1, isThere: true });
  expect(planned("orders", { exit: 1, planned: false })).toMatchObject({ status: 1, isThere: false });
});
