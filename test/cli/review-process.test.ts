import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { TestRepository } from "../preview/support/test-repository";
import { planText } from "../review/plan/support/plans";
import { fakeProgram } from "../support/fake-program";
import { meshDir, validMesh } from "../support/mesh-dir";
import { sourceWords, type Ended } from "../support/source-process";
import { changed, PRODUCT } from "./support/files";

/** Runs a command line of the shell; `$MESHWRIGHT` is the program. */
function shell(cwd: string, line: string): Promise<Ended> {
  const env = { ...process.env, MESHWRIGHT: sourceWords("src/cli/meshwright.ts").join(" ") };
  return new Promise((resolve) => {
    execFile("sh", ["-c", line], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

test("a plan comes through a pipe, however long whoever writes it takes", async () => {
  const cwd = meshDir({ "plan.json": planText("shop-orders-update.json") });

  const { code, stdout, stderr } = await shell(
    cwd,
    "(sleep 1.5; cat plan.json) | $MESHWRIGHT review --plan orders=-",
  );

  expect(stderr).toBe("");
  expect(stdout).toMatch(/^⚠️ breaks consumers: plans\/any\n/);
  expect(code).toBe(4);
});

test("a plan comes from a named pipe", async () => {
  const cwd = meshDir({ "plan.json": planText("shop-orders-update.json") });

  const { code } = await shell(
    cwd,
    "mkfifo pipe; cat plan.json > pipe & $MESHWRIGHT review --plan orders=pipe --format markdown",
  );

  expect(code).toBe(4);
});

test("many plans, read ahead by a thread of its own, say what each says alone", async () => {
  const names = Array.from({ length: 20 }, (_, at) => `stack-${at}`);
  const plan = planText("shop-orders-update.json");
  const cwd = meshDir(Object.fromEntries(names.map((name) => [`${name}.json`, plan])));
  const words = (stacks: readonly string[]) => stacks.map((name) => `--plan ${name}.json`).join(" ");
  const stacksOf = ({ stdout }: Ended) =>
    (JSON.parse(stdout) as { stacks: { stack: string }[] }).stacks.map(({ stack, ...rest }) => [stack, rest]);

  const many = await shell(cwd, `$MESHWRIGHT review --format json ${words(names)}`);
  const one = await shell(cwd, `$MESHWRIGHT review --format json ${words(["stack-0"])}`);

  const [[, alone] = []] = stacksOf(one);
  expect(many.stderr).toBe("");
  expect(stacksOf(many)).toHaveLength(20);
  for (const [, stack] of stacksOf(many)) expect(stack).toEqual(alone);
});

test("one of many plans that is none is told with its place in the file", async () => {
  const names = Array.from({ length: 18 }, (_, at) => `stack-${at}`);
  const plan = planText("shop-orders-update.json");
  const broken = '{"format_version":"1.2","planned_values":{"a":1},"resource_changes":[nothing]}';
  const files = Object.fromEntries(names.map((name) => [`${name}.json`, plan]));
  const cwd = meshDir({ ...files, "stack-7.json": broken });
  const words = names.map((name) => `--plan ${name}.json`).join(" ");

  const { code, stderr } = await shell(cwd, `$MESHWRIGHT review ${words}`);

  expect(code).toBe(1);
  expect(stderr).toContain("stack-7");
  expect(stderr).toContain("in `resource_changes`, which begins at line 1, column 69");
});

test("a signal ends Terraform and leaves nothing", async () => {
  const terraform = fakeProgram(
    "terraform",
    `test "$1" != version || { echo Terraform v1.11.4; exit; }
trap 'kill $!; exit 1' INT; sleep 30 & wait`,
  );
  const it = new TestRepository(validMesh());
  for (const [path, text] of Object.entries(changed(PRODUCT, "retention: 7d", "retention: 3d")))
    it.write(path, text);
  const temporary = meshDir({});
  const env = { PATH: `${terraform}:${process.env.PATH}`, TMPDIR: temporary };
  const words = ["review", "--mesh", it.folder, "--output", join(temporary, "review.md")];

  const { code, stdout, stderr } = await meshwrightUntilPlanning(temporary, words, env);

  expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
  expect(stderr).toBe(
    "stopping: Terraform ends what it is at; a second signal does not wait for it\nerror: stopped before it was done\n",
  );
  expect(readdirSync(temporary)).toEqual([]);
});

/** Runs the command line, and sends it a signal once Terraform has a folder to plan in. */
function meshwrightUntilPlanning(
  temporary: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const [command = "", ...args] = sourceWords("src/cli/meshwright.ts");
  return new Promise((resolve) => {
    const child = execFile(
      command,
      [...args, ...words],
      { cwd: temporary, env: { ...process.env, ...env, MESHWRIGHT_TODAY: "2026-06-15" } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    const timer = setInterval(() => {
      const isPlanning = readdirSync(temporary, { recursive: true, encoding: "utf8" }).some((path) =>
        path.endsWith("plans/orders/cdk.tf.json"),
      );
      if (!isPlanning) return;
      clearInterval(timer);
      setTimeout(() => child.kill("SIGINT"), 300);
    }, 50);
  });
}
