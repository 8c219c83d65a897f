import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../src/cli/io";
import { fakeProgram } from "../support/fake-program";
import { MESH, meshDir, validMesh, type Files } from "../support/mesh-dir";
import { run } from "./support/run";

/** A plan in which the topic of the sample mesh goes. */
const LOSING = {
  format_version: "1.2",
  resource_changes: [
    {
      address: "kafka_topic.Gone",
      mode: "managed",
      type: "kafka_topic",
      name: "Gone",
      provider_name: "registry.terraform.io/mongey/kafka",
      change: {
        actions: ["delete"],
        before: { name: "orders.order-placed.v1", partitions: 6, replication_factor: 1, config: {} },
        after: null,
        after_unknown: {},
        before_sensitive: {},
        after_sensitive: false,
      },
    },
  ],
};

/** A project whose cdktf and terraform write down what they were asked for; terraform finds nothing to do unless told. */
function project(script = "", terraform = "", mesh: Files = {}) {
  const cwd = meshDir(validMesh(mesh));
  const log = join(cwd, "log");
  writeFileSync(join(cwd, "cdktf.json"), "{}");
  fakeProgram(
    "cdktf",
    `echo "$MESHWRIGHT_ENV:$MESHWRIGHT_OFFLINE: $*" >> ${log}\n${script}`,
    join(cwd, "node_modules", ".bin"),
  );
  const planLog = join(cwd, "plan-log");
  const folder = fakeProgram(
    "terraform",
    `[ "$1" = version ] && echo "Terraform v1.11.4" && exit
echo "$(basename "$PWD"):$MESHWRIGHT_ENV:$*" >> ${planLog}
${terraform}`,
  );
  writeFileSync(join(cwd, "losing.json"), JSON.stringify(LOSING));
  const env = { TERRAFORM_BINARY_NAME: join(folder, "terraform") };
  const linesOf = (file: string) =>
    existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  return {
    ...{ cwd, calls: () => linesOf(log), plans: () => linesOf(planLog) },
    meshwright: (words: string, io: Partial<Io> = {}) => run(cwd, words, { env, ...io }),
  };
}

/** A terraform by whose plan the topic of the stack `orders` goes. */
const losing = () =>
  `case "$(basename "$PWD") $1" in "orders plan") exit 2;; "orders show") cat ../../../losing.json;; esac`;

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

  expect(await meshwright("deploy orders --env dev --parallelism 3", { ask: ask("dev") })).toMatchObject({
    code: 0,
    stderr:
      "locks/orders.json does not hold what was deployed: run npx meshwright lock and commit what it writes, or nothing keeps a later change from losing it unsaid\n",
  });
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

test("each group is planned before it is deployed, and nothing is planned for a plan or a destruction", async () => {
  const { meshwright, plans } = project();

  await meshwright("destroy --env dev --yes");
  await meshwright("plan orders --no-offline --env dev");
  expect(plans()).toEqual([]);

  await meshwright("deploy orders-boundary orders --env dev --yes");
  expect(plans().map((line) => line.replace(/-\d+\.plan$/, ".plan"))).toEqual([
    "orders-boundary::init -input=false -no-color",
    "orders-boundary::plan -input=false -detailed-exitcode -no-color -out=.meshwright.plan",
    "orders::init -input=false -no-color",
    "orders::plan -input=false -detailed-exitcode -no-color -out=.meshwright.plan",
  ]);
});

test("a group in which a stack would lose what nobody accepted is not deployed", async () => {
  const { meshwright, calls } = project("", losing());

  const { code, stderr } = await meshwright("deploy orders-boundary orders --env dev --yes");

  expect(code).toBe(1);
  const [hash = ""] = /loss:[0-9a-f]{16}/.exec(stderr) ?? [];
  expect(stderr).toContain(
    `error: orders: nothing was applied: nobody accepted what this plan would lose, ${hash}\n`,
  );
  expect(stderr).toContain(`- { plan: "${hash}", reason: "…", until: 2026-07-15 }\n`);
  expect(calls()).toHaveLength(1);

  const accepting = await meshwright(
    `deploy orders --env dev --yes --accept ${hash} --accept loss:0123456789abcdef`,
  );
  expect(accepting.code).toBe(0);
  expect(accepting.stderr).toContain(
    `warning: --accept loss:0123456789abcdef accepts nothing: no stack that was planned would lose exactly that; what there is to accept: ${hash} (orders)\n`,
  );
  expect(calls()).toHaveLength(2);
});

test("where data may go it is told, and deployed", async () => {
  const { meshwright, calls } = project("", losing(), {
    "mesh.yaml": MESH.replace("protected: false", "protected: false\n    allowDestroy: true"),
  });

  const { code, stderr } = await meshwright("deploy orders --env dev --yes");

  expect(code).toBe(0);
  expect(stderr).toContain("warning: orders: this plan loses data, which 'dev' allows, loss:");
  expect(calls()).toHaveLength(1);
});

test.each([
  [
    "a plan that fails",
    '[ "$1" = plan ] && echo "Error: no credentials" >&2 && exit 1; exit 0',
    "no credentials",
  ],
  [
    "an init that fails twice",
    '[ "$1" = init ] && echo "Error: no registry" >&2 && exit 1; exit 0',
    "no registry",
  ],
  [
    "a plan that cannot be read",
    '[ "$1" = plan ] && exit 2; [ "$1" = show ] && exit 1; exit 0',
    "without a word",
  ],
])("%s lets nothing pass", async (_, terraform, message) => {
  const { meshwright, calls } = project("", terraform);

  const { code, stderr } = await meshwright("deploy orders --env dev --yes");

  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^error: orders: .*${message}`));
  expect(calls()).toEqual([]);
});
