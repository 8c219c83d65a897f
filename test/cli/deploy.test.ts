import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunReport } from "../../src/deploy";
import { fakeProgram } from "../support/fake-program";
import { meshDir, validMesh } from "../support/mesh-dir";
import { changed, DOMAIN, PRODUCT } from "./support/files";
import { run } from "./support/run";

const PATH = process.env.PATH ?? "";
const meshwright = (cwd: string, words: string, env: Record<string, string> = {}) =>
  run(cwd, words, { env: { ...process.env, PATH, ...env } });

type Document = Pick<RunReport, "stacks"> & Record<string, unknown>;

/** A small mesh, deployed once for all tests that only look. */
const deployed = meshDir(validMesh());
let first: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  first = await meshwright(deployed, "deploy --offline");
}, 60_000);

describe("a deployment", () => {
  test("takes every stack through Terraform, in order, a line for each and a table at the end", () => {
    const lines = first.stdout.split("\n");

    expect(lines[0]).toMatch(/^\[1\/5\] platform deployed \+\d+ in \d+\.\d s$/);
    expect(lines.slice(0, 5).map((line) => line.split(" ")[2])).toEqual([
      "deployed",
      "deployed",
      "deployed",
      "deployed",
      "deployed",
    ]);
    expect(first.stdout).toMatch(
      /\ndev, offline: 5 stacks in \d+\.\d s\n\n {2}stack +\+create +~update +±replace +-destroy +seconds\n/,
    );
    expect(first.stdout).toMatch(/\n {2}orders +deployed +\d+ +- +- +- +\d+\.\d\n/);
    expect(first.stdout).not.toContain("\u001b");
    expect(first.code).toBe(0);
  });

  test("leaves the user's own output folder alone", () => {
    expect(existsSync(join(deployed, "cdktf.out"))).toBe(false);
    expect(existsSync(join(deployed, ".meshwright", "offline", "dev", "orders.tfstate"))).toBe(true);
  });

  test("is followed by an empty plan", async () => {
    const { code, stdout } = await meshwright(deployed, "plan --format json");

    const document = JSON.parse(stdout) as Document;
    expect(document).toMatchObject({
      format: "meshwright.run/1",
      command: "plan",
      environment: "dev",
      offline: true,
    });
    expect(document.stacks.map(({ outcome }) => outcome)).toEqual(Array(5).fill("unchanged"));
    expect(code).toBe(0);
  });

  test("shows in the world what was made, per domain", async () => {
    const { stdout } = await meshwright(deployed, "world show");
    const one = await meshwright(deployed, "world show orders --format json");

    expect(stdout).toMatch(
      /^dev, offline: \d+ things\n\n {2}domain +topics +buckets +schemas +roles +users +alarms\n/,
    );
    expect(stdout).toMatch(/\n {2}orders +1 +1 +2 +/);
    expect(stdout).toMatch(/\n {2}platform +- +1 +- +- +- +-\n$/);
    const { domains } = JSON.parse(one.stdout) as {
      domains: { domain: string; things: { name: string }[] }[];
    };
    expect(domains.map(({ domain }) => domain)).toEqual(["orders"]);
    expect(domains[0]?.things.map(({ name }) => name)).toContain("orders.order-placed.v1");
  });

  test("of one domain brings what it stands on, and no other domain", async () => {
    const { stdout } = await meshwright(meshDir(validMesh()), "deploy analytics --offline --format json");

    const { stacks } = JSON.parse(stdout) as Document;
    expect(stacks.map(({ stack }) => stack)).toEqual(["platform", "analytics-boundary", "analytics"]);
  });
});

/** The tests follow each other: each starts with what the one before has left. */
describe("the life of a mesh", () => {
  const cwd = meshDir(validMesh());
  const stateOf = (stack: string) =>
    readFileSync(join(cwd, ".meshwright", "offline", "dev", `${stack}.tfstate`), "utf8");
  beforeAll(() => meshwright(cwd, "deploy --offline"), 60_000);

  test("a change is planned, kept for later readers, deployed alone and then gone from the plan", async () => {
    const others = ["platform", "analytics", "orders-boundary"];
    const before = others.map(stateOf);
    const [path = "", text = ""] =
      Object.entries(changed(PRODUCT, "retention: 7d", "retention: 8d"))[0] ?? [];
    writeFileSync(join(cwd, path), text);

    const planned = await meshwright(cwd, "plan --format json orders");

    const [stack] = (JSON.parse(planned.stdout) as { stacks: { stack: string; plan: string }[] }).stacks;
    expect(stack).toMatchObject({ stack: "orders", outcome: "planned" });
    expect(stack).toMatchObject({ changes: { create: 0, update: 1, replace: 0, delete: 0 } });
    expect(readFileSync(join(cwd, stack?.plan ?? ""), "utf8")).toContain('"retention.ms":"691200000"');
    expect(planned.code).toBe(2);
    expect((await meshwright(cwd, "plan orders")).stdout).toContain(
      "\n\norders\n  cost or limit: topic `orders.order-placed.v1` keeps records for `8d` instead of `7d`: it takes more disk\n" +
        "  ~ kafka_topic.Products_order-placedv1_Topics_",
    );

    const { code, stdout } = await meshwright(cwd, "deploy --offline orders");
    expect(stdout).toMatch(/^\[1\/1\] orders deployed ~1 in /);
    expect(code).toBe(0);
    expect(others.map(stateOf)).toEqual(before);
    expect((await meshwright(cwd, "plan orders")).code).toBe(0);
  }, 60_000);

  test("a stack that fails is explained with its construct, the others finish, and the exit code is 1", async () => {
    const bucket = "world mark bucket shop-dev-orders-444455556666-eu-central-1";
    await meshwright(cwd, `${bucket} non-empty`);

    const { code, stdout } = await meshwright(cwd, "destroy --offline");

    expect(code).toBe(1);
    expect(stdout).toMatch(/\n {2}orders +failed +- +- +- +\d+ +/);
    expect(stdout).toMatch(/\n {2}analytics +destroyed /);
    expect(stdout).toMatch(/\n {2}orders-boundary +skipped after orders /);
    expect(stdout).toMatch(/\norders failed\n {2}Error: .*BucketNotEmpty/);
    expect(stdout).toMatch(/\n {4}aws_s3_bucket\.\S+ \(orders\/\S+\)\n/);
    expect(await meshwright(cwd, `${bucket} empty`)).toMatchObject({ code: 0 });
  }, 60_000);

  test("destroying ends with an empty world; a reset with none", async () => {
    const { code, stdout } = await meshwright(cwd, "destroy --offline");

    expect(stdout.split("\n")[4]).toMatch(/^\[5\/5\] platform destroyed -\d+ in /);
    expect(code).toBe(0);
    expect((await meshwright(cwd, "world show")).stdout).toMatch(/^dev, offline: 0 things\n/);
    expect(await meshwright(cwd, "world reset")).toMatchObject({
      code: 2,
      stderr: "error: this forgets all of 'dev'; use --yes to mean it\n",
    });
    expect((await meshwright(cwd, "world reset --yes")).code).toBe(0);
    expect(existsSync(join(cwd, ".meshwright", "offline", "dev"))).toBe(false);
  }, 60_000);
});

describe("what cannot run", () => {
  test("a mesh with errors is refused before anything is planned", async () => {
    const cwd = meshDir(validMesh(changed(DOMAIN, "order-management", "nobody")));

    const { code, stdout, stderr } = await meshwright(cwd, "deploy --offline");

    expect(stdout).toContain("error OwnerMissing");
    expect(stderr).toBe("1 error; correct it first\n");
    expect(code).toBe(1);
  });

  test("a mesh.yaml that cannot be read as well", async () => {
    const { code, stdout } = await meshwright(meshDir(validMesh({ "mesh.yaml": "kind: [" })), "plan");

    expect(stdout).toContain("mesh.yaml:1");
    expect(code).toBe(1);
  });

  test("without Terraform, everything else keeps working", async () => {
    const cwd = meshDir(validMesh());
    const env = { PATH: "/nowhere" };

    const { code, stderr } = await meshwright(cwd, "deploy --offline", env);

    expect(stderr).toMatch(
      /^error: Terraform was not found: there is no 'terraform' nor 'tofu' in PATH \(\/nowhere\); install /,
    );
    expect(code).toBe(2);
    expect((await meshwright(cwd, "plan", env)).code).toBe(1);
    expect((await meshwright(cwd, "synth", env)).code).toBe(0);
  });

  test("Terraform without write-only passwords is too old for the stacks that have them", async () => {
    const real = PATH.split(":")
      .map((folder) => join(folder, "terraform"))
      .find((file) => existsSync(file));
    const script = `if [ "$1" = version ]; then echo "Terraform v1.10.5"; else exec ${real} "$@"; fi`;
    const env = { PATH: `${fakeProgram("terraform", script)}:${PATH}` };

    const { code, stdout } = await meshwright(meshDir(validMesh()), "plan orders platform", env);

    expect(stdout).toContain(
      "Terraform 1.10.5 is too old for stack 'orders': it has passwords that are never stored",
    );
    expect(stdout).toMatch(/\n {2}platform +to change /);
    expect(code).toBe(1);
  });

  test.each([
    ["deploy", "error: there is no stack 'order' in this environment; there are: analytics, orders\n", 2],
    ["plan", "error: there is no stack 'order' in this environment; there are: analytics, orders\n", 1],
  ])("%s of a domain that is not there", async (command, stderr, code) => {
    const words = command === "plan" ? "plan order" : "deploy --offline order";

    expect(await meshwright(meshDir(validMesh()), words)).toMatchObject({ stderr, code });
  });

  test.each(["0", "-1", "many", "1.5"])("%s stacks at once", async (number) => {
    const { code, stderr } = await meshwright(deployed, `deploy --offline --parallelism ${number}`);

    expect(stderr).toContain("It must be a whole number from 1.");
    expect(code).toBe(2);
  });

  test("the world of an environment to which nothing was deployed", async () => {
    expect(await meshwright(meshDir(validMesh()), "world show")).toMatchObject({
      code: 2,
      stderr:
        "error: nothing is deployed offline to 'dev' from this folder; start with meshwright deploy --offline\n",
    });
  });

  test("marking what is not there, or showing a domain that has nothing", async () => {
    expect((await meshwright(deployed, "world mark schema nothing non-empty")).stderr).toContain(
      "there is no postgresql_schema 'nothing' in this world",
    );
    expect((await meshwright(deployed, "world show sales")).stderr).toBe(
      "error: there is nothing of 'sales' in 'dev', which has analytics, orders and platform\n",
    );
  });
});
