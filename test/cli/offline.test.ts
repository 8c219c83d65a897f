import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fakeProgram } from "../support/fake-program";
import { meshDir, validMesh } from "../support/mesh-dir";
import { SHOP } from "../support/shop";
import { meshwright, sourceWords } from "../support/source-process";

const PATH = process.env.PATH ?? "";
const OFFLINE = join(".meshwright", "offline");

/** A folder of plain Terraform with a state in the cloud, which nobody here can reach. */
function plainFolder(topic: object = { name: "orders", partitions: 3, replication_factor: 1 }): string {
  const configuration = {
    terraform: {
      backend: { s3: { bucket: "nobody", key: "state", region: "eu-central-1" } },
      required_providers: { kafka: { source: "Mongey/kafka", version: "0.13.1" } },
    },
    provider: { kafka: { bootstrap_servers: ["nobody:9092"] } },
    resource: { kafka_topic: { orders: topic } },
  };
  return meshDir({ "main.tf.json": JSON.stringify(configuration) });
}

const leftovers = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("meshwright_"));
const terraform = (...args: string[]) => ["offline", "--", "terraform", ...args];

describe("terraform", () => {
  test("plans and applies any folder without its providers, its backend or an init, and keeps its exit codes", async () => {
    const folder = plainFolder();

    const planned = await meshwright(folder, terraform("plan", "-detailed-exitcode", "-no-color"));
    expect(planned.stdout).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
    expect(planned.code).toBe(2);

    expect((await meshwright(folder, terraform("apply", "-auto-approve"))).code).toBe(0);
    expect((await meshwright(folder, terraform("plan", "-detailed-exitcode"))).code).toBe(0);
    const [state = ""] = readdirSync(join(folder, OFFLINE, "default")).filter((name) =>
      name.endsWith(".tfstate"),
    );
    expect(readFileSync(join(folder, OFFLINE, "default", state), "utf8")).toContain('"kafka_topic"');
    expect(existsSync(join(folder, ".terraform"))).toBe(false);
    expect(leftovers(folder)).toEqual([]);
  }, 30_000);

  test("that fails leaves its exit code, and no file behind", async () => {
    const folder = plainFolder({ name: "orders", partitions: 0, replication_factor: 1 });

    const { code, stderr } = await meshwright(folder, terraform("plan", "-no-color"));

    expect(code).toBe(1);
    expect(stderr).toContain("partitions");
    expect(leftovers(folder)).toEqual([]);
  });

  test("that is interrupted ends by itself, and leaves no file behind", async () => {
    const folder = plainFolder();
    const main = JSON.parse(readFileSync(join(folder, "main.tf.json"), "utf8")) as { resource: object };
    const slow = { input: "a", provisioner: { "local-exec": { command: "sleep 20" } } };
    const resource = { ...main.resource, terraform_data: { slow } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ ...main, resource }));
    let sent = false;

    const { code, stdout } = await meshwright(
      folder,
      terraform("apply", "-auto-approve", "-no-color"),
      {},
      (text, child) => {
        if (sent || !text.includes("terraform_data.slow: Provisioning")) return;
        expect(leftovers(folder)).toHaveLength(1);
        sent = child.kill("SIGTERM");
      },
    );

    expect(stdout).toContain("Interrupt received.");
    expect(code).toBe(1);
    expect(leftovers(folder)).toEqual([]);
  }, 30_000);

  test("sweeps the file of a process that was killed", async () => {
    const folder = plainFolder();
    const killed = "meshwright_offline_999999999_override.tf.json";
    writeFileSync(
      join(folder, killed),
      JSON.stringify({ terraform: { backend: { local: { path: "/nowhere" } } } }),
    );

    expect((await meshwright(folder, terraform("validate"))).code).toBe(0);

    expect(leftovers(folder)).toEqual([]);
  });
});

test("several runs side by side do not meet", async () => {
  const folders = [plainFolder(), plainFolder(), plainFolder()];

  const runs = await Promise.all(
    folders.map((folder) => meshwright(folder, terraform("apply", "-auto-approve"))),
  );

  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
}, 30_000);

test("any command gets the variables, and its exit code is kept", async () => {
  const folder = meshDir(validMesh());
  const script =
    'test -n "$TF_REATTACH_PROVIDERS" && echo $MESHWRIGHT_OFFLINE $MESHWRIGHT_ENV $TF_VAR_kafka_password $TF_DATA_DIR; exit 7';

  expect(await meshwright(folder, ["offline", "--", "sh", "-c", script])).toEqual({
    code: 7,
    stdout: "1 dev offline-placeholder .terraform-offline/dev\n",
    stderr: "",
  });
  const given = await meshwright(folder, ["offline", "--", "sh", "-c", script], {
    TF_VAR_kafka_password: "mine",
  });
  expect(given.stdout).toBe("1 dev mine .terraform-offline/dev\n");
});

test("what cannot be started, or needs a Terraform that is not there, says so", async () => {
  const folder = meshDir({});
  const nowhere = { PATH: "/nowhere" };

  expect(await meshwright(folder, ["offline", "--", "no-such-command"])).toMatchObject({
    code: 2,
    stderr: "error: 'no-such-command' was not found, or the directory to run it in is not there\n",
  });
  expect(await meshwright(folder, terraform("plan"), nowhere)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^error: Terraform was not found: there is no 'terraform' in PATH/,
    ) as string,
  });
  const old = { PATH: `${fakeProgram("terraform", "echo Terraform v1.4.0")}:${PATH}` };
  expect((await meshwright(folder, ["offline", "--", "npx", "cdktf", "deploy"], old)).stderr).toMatch(
    /^error: 'terraform' is Terraform 1\.4\.0, which is too old: at least 1\.5\.0 is needed; /,
  );
});

test("cdktf deploy orders changes the state of orders and of nothing else", async () => {
  const folder = meshDir({});
  const shop = join(folder, "shop");
  cpSync(SHOP, shop, { recursive: true });
  const app = sourceWords("src/main.ts").join(" ");
  writeFileSync(
    join(folder, "cdktf.json"),
    JSON.stringify({ language: "typescript", app, projectId: "shop", sendCrashReports: "false" }),
  );
  mkdirSync(join(folder, OFFLINE), { recursive: true });
  const cdktf = join(__dirname, "..", "..", "node_modules", ".bin", "cdktf");
  const deploy = (...stacks: string[]) =>
    meshwright(folder, ["offline", "--mesh", "shop", "--", cdktf, "deploy", ...stacks, "--auto-approve"], {
      CI: "1",
    });
  const states = () =>
    Object.fromEntries(
      readdirSync(join(folder, OFFLINE, "dev"))
        .filter((name) => name.endsWith(".tfstate"))
        .map((name) => [name, readFileSync(join(folder, OFFLINE, "dev", name), "utf8")]),
    );
  await meshwright(folder, ["deploy", "orders", "users", "--offline", "--mesh", "shop"]);
  const { "orders.tfstate": orders, ...others } = states();
  const product = join(shop, "domains", "orders", "products", "order-refunded", "product.yaml");
  writeFileSync(product, readFileSync(product, "utf8").replace(/retention: \d+d/, "retention: 21d"));

  const { code } = await deploy("orders");

  const { "orders.tfstate": ordersAfter, ...othersAfter } = states();
  expect(code).toBe(0);
  expect(ordersAfter).not.toBe(orders);
  expect(ordersAfter).toContain('"retention.ms": "1814400000"');
  expect(othersAfter).toEqual(others);
}, 60_000);
