import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../src/cli/io";
import { fakeProgram } from "../support/fake-program";
import { meshDir, validMesh } from "../support/mesh-dir";
import { run } from "./support/run";

/** A project whose cdktf writes down what it was asked for. */
function project(script = "") {
  const cwd = meshDir(validMesh());
  const log = join(cwd, "log");
  writeFileSync(join(cwd, "cdktf.json"), "{}");
  fakeProgram(
    "cdktf",
    `echo "$MESHWRIGHT_ENV:$MESHWRIGHT_OFFLINE: $*" >> ${log}\n${script}`,
    join(cwd, "node_modules", ".bin"),
  );
  const calls = () => (existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : []);
  return { cwd, calls, meshwright: (words: string, io: Partial<Io> = {}) => run(cwd, words, io) };
}

test.each(["deploy", "destroy"])("%s is real only when the environment is named", async (command) => {
  const { meshwright, calls } = project();

  expect(await meshwright(command)).toMatchObject({
    code: 2,
    stderr: `error: 'meshwright ${command}' without simulated providers is real: name the environment with --env, or use --offline\n`,
  });
  expect(await meshwright(command, { env: { MESHWRIGHT_ENV: "dev" } })).toMatchObject({ code: 2 });
  expect(calls()).toEqual([]);
});

test("and when somebody confirms it", async () => {
  const { meshwright, calls } = project();
  const questions: string[] = [];
  const ask = (answer: string) => (question: string) => {
    questions.push(question);
    return Promise.resolve(answer);
  };

  expect((await meshwright("deploy orders --env dev")).stderr).toBe(
    "error: to deploy orders in 'dev' is real, and nobody is there to confirm it; use --yes\n",
  );
  expect((await meshwright("deploy orders --env dev", { ask: ask("yes") })).stderr).toBe(
    "error: that is not 'dev'; nothing was done\n",
  );
  expect(calls()).toEqual([]);

  expect((await meshwright("deploy orders --env dev --parallelism 3", { ask: ask("dev") })).code).toBe(0);
  expect(questions[1]).toBe("This will really deploy orders. Type the environment's name, dev: ");
  expect(calls()).toEqual(["dev:: deploy orders --parallelism 3"]);
});

test("stacks go to the framework in groups, in order, and back in reverse", async () => {
  const { meshwright, calls } = project();

  await meshwright("deploy --env dev --yes --parallelism 2");
  await meshwright("destroy --env dev --yes --parallelism 2");

  expect(calls()).toEqual([
    "dev:: deploy platform --parallelism 2 --auto-approve",
    "dev:: deploy analytics-boundary orders-boundary --parallelism 2 --auto-approve",
    "dev:: deploy analytics orders --parallelism 2 --auto-approve",
    "dev:: destroy orders analytics --parallelism 2 --auto-approve",
    "dev:: destroy orders-boundary analytics-boundary --parallelism 2 --auto-approve",
    "dev:: destroy platform --parallelism 2 --auto-approve",
  ]);
});

test("a real plan is the framework's diff, stack by stack", async () => {
  const { meshwright, calls } = project();

  expect((await meshwright("plan orders orders-boundary --no-offline --env dev")).code).toBe(0);

  expect(calls()).toEqual(["dev:: diff orders-boundary", "dev:: diff orders"]);
});

test("the first group that fails ends the run with its exit code", async () => {
  const { meshwright, calls } = project('case "$*" in *boundary*) exit 3;; esac');

  expect((await meshwright("deploy --env dev --yes")).code).toBe(3);

  expect(calls()).toHaveLength(2);
});

test("without cdktf.json there is nothing that cdktf could run", async () => {
  expect((await run(meshDir(validMesh()), "deploy --env dev --yes")).stderr).toBe(
    "error: there is no cdktf.json in the working directory, which says how cdktf makes the stacks\n",
  );
});
