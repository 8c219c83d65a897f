import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { meshwright, sourceWords } from "../support/source-process";
import { applyCases, IN_PLACE, REPLACED, type ChangeCase } from "./support/changes";
import { differences, knownBy, thingsIn } from "./support/compare";
import { Deployment } from "./support/deployment";
import type { Plan } from "./support/plan";
import { shuffled } from "./support/shuffle";

const SEEDS = [1117, 2026] as const;
const isDomain = (stack: string): boolean => stack !== "platform" && !stack.endsWith("-boundary");
const CDKTF = join(__dirname, "..", "..", "node_modules", ".bin", "cdktf");
const PRODUCT = "domains/orders/products/order-placed.v2/product.yaml";

jest.setTimeout(120_000);

/** The shop, deployed: platform, boundaries, then the domains in an order that the first seed decides. */
let shop: Deployment;
/** The same with the domains in another order. */
let other: Deployment;
/** What the engine would do to orders, before there is anything of it. */
let firstPlan: Plan;

beforeAll(async () => {
  shop = await Deployment.ofShop();
  const stacks = [...shop.stacks.keys()];
  const domains = stacks.filter(isDomain);
  await shop.deployAll(stacks.filter((stack) => !isDomain(stack)));
  other = await shop.copy();
  firstPlan = await shop.plan("orders");

  await Promise.all([
    shop.deployAll(shuffled(domains, SEEDS[0])),
    other.deployAll(shuffled(domains, SEEDS[1])),
  ]);
  await shop.world.settle();
  await other.world.settle();
});

describe("the whole shop", () => {
  it(`is the same in whatever order the domains are deployed (seeds ${SEEDS.join(" and ")})`, () => {
    const stacks = [...shop.stacks.keys()];
    const orders = SEEDS.map((seed) => shuffled(stacks.filter(isDomain), seed));

    expect(orders[0]).not.toEqual(orders[1]);
    expect(differences(thingsIn(shop.world), thingsIn(other.world))).toEqual([]);
    for (const stack of stacks) {
      expect(knownBy(other.stateFile(stack))).toEqual(knownBy(shop.stateFile(stack)));
    }
  });

  it("has nothing to change in a second plan of any stack", async () => {
    const plans = [];
    for (const stack of shop.stacks.keys()) plans.push([stack, await shop.planOnly(stack)]);

    expect(plans).toEqual([...shop.stacks.keys()].map((stack) => [stack, 0]));
  });

  it("keeps its passwords out of states, plans and the world", async () => {
    const bumped = await shop.planEdited("orders", (document) => {
      for (const type of ["kafka_user_scram_credential", "postgresql_role"]) {
        document.one(type, { password_wo_version: "1" }).values.password_wo_version = "2";
      }
    });
    const texts = [
      ...[...shop.stacks.keys()].map((stack) => readFileSync(shop.stateFile(stack), "utf8")),
      ...[firstPlan.text, bumped.text, readFileSync(shop.worldFile, "utf8")],
    ];

    expect(shop.secrets.size).toBeGreaterThan(8);
    expect(firstPlan.text).toContain("password_wo_version");
    expect([...bumped.changes.values()]).toEqual([{ actions: ["update"] }, { actions: ["update"] }]);
    for (const secret of shop.secrets) {
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});

describe("a plan of orders, changed by hand", () => {
  describe("changes in place", () => {
    let plan: Plan;
    let addresses: ReadonlyMap<ChangeCase, string>;

    beforeAll(async () => {
      plan = await shop.planEdited("orders", (document) => (addresses = applyCases(document, IN_PLACE)));
    });

    it.each(IN_PLACE)("when $what", (changed) => {
      expect(plan.changes.get(addresses.get(changed) ?? "")).toEqual(changed.expected);
    });

    it("and nothing that was not changed", () => {
      const others = [...plan.changes.keys()].filter((address) => ![...addresses.values()].includes(address));

      expect(others).toEqual([]);
    });
  });

  describe("replaces", () => {
    let plan: Plan;
    let addresses: ReadonlyMap<ChangeCase, string>;

    beforeAll(async () => {
      plan = await shop.planEdited("orders", (document) => {
        addresses = applyCases(document, REPLACED);
        document.add("terraform_data", "Later", { input: 12 });
      });
    });

    it.each(REPLACED)("when $what", (changed) => {
      expect(plan.changes.get(addresses.get(changed) ?? "")).toEqual(changed.expected);
    });

    it("what stands on a bucket that is replaced", () => {
      const bucket = [...plan.changes].filter(([address]) => /^aws_s3_bucket_(?!metric)/.test(address));

      expect(bucket).toHaveLength(8);
      for (const [, change] of bucket) {
        expect(change).toEqual({ actions: ["delete", "create"], replacePaths: [["bucket"]] });
      }
    });
  });

  it("deletes what a product had, and no more", async () => {
    const removed: string[] = [];

    const plan = await shop.planEdited("orders", (document) =>
      removed.push(...document.removeProduct("order-refunded")),
    );

    expect(removed.length).toBeGreaterThan(20);
    const deleted = [...plan.changes].filter(([, { actions }]) => actions[0] === "delete");
    expect(deleted.map(([address]) => address).sort()).toEqual(removed.sort());
    expect(deleted.every(([, { actions }]) => actions.length === 1)).toBe(true);
  });

  it("replaces a quota whose numbers change", async () => {
    let address = "";

    const plan = await shop.planEdited("orders-boundary", (document) => {
      const quota = document.one("kafka_quota", { entity_name: "orders.order-placed" });
      quota.values.config = { producer_byte_rate: 1 };
      address = quota.address;
    });

    expect([...plan.changes]).toEqual([
      [address, { actions: ["delete", "create"], replacePaths: [["config"]] }],
    ]);
  });

  it("does nothing to a topic that only moves to another address", async () => {
    const plan = await shop.planEdited("orders", (document) => {
      const { address } = document.one("kafka_topic", { name: "orders.order-placed.v1" });
      document.add("kafka_topic", "Elsewhere", document.take(address));
      document.json.moved = [{ from: address, to: "kafka_topic.Elsewhere" }];
    });

    expect([...plan.changes]).toEqual([]);
  });
});

describe("one domain", () => {
  const TOPICS = ["", ".dlq", ".retry.1", ".retry.2"].map(
    (suffix) => `kafka_topic orders.order-placed.v2${suffix}`,
  );

  it.each([
    ["terraform apply", "21d", () => other.deploy("orders")],
    ["cdktf deploy", "28d", () => deployByFramework(other, "orders")],
  ])("is deployed by %s without a touch on any other", async (_what, retention, deploy) => {
    const others = [...other.stacks.keys()].filter((stack) => stack !== "orders");
    const states = () => others.map((stack) => readFileSync(other.stateFile(stack), "utf8"));
    const [statesBefore, before] = [states(), thingsIn(other.world)];
    edit(other, PRODUCT, /retention: \d+d, deadLetter/, `retention: ${retention}, deadLetter`);
    other.synth();

    await deploy();

    expect(differences(before, thingsIn(other.world))).toEqual(TOPICS);
    expect(states()).toEqual(statesBefore);
  });
});

describe("a world changed by hand", () => {
  it("shows in the next plan", async () => {
    const changed = other.document("traffic").one("kafka_topic", { name: "traffic.page-view.v1" }).address;
    const topic = other.world.get("kafka_topic", "traffic.page-view.v1");
    const config = topic?.attributes.config as Record<string, string>;
    const { address: gone, values: alarm } = other.document("traffic").one("aws_cloudwatch_metric_alarm");
    await other.world.put("kafka_topic", "traffic.page-view.v1", {
      attributes: { ...topic?.attributes, config: { ...config, "retention.ms": "1" } },
    });
    const found = other.world
      .list("aws_cloudwatch_metric_alarm")
      .find(({ thing }) => thing.attributes.alarm_name === alarm.alarm_name);
    await other.world.remove("aws_cloudwatch_metric_alarm", found?.identity ?? "");

    const plan = await other.plan("traffic");

    expect(plan.drifted.sort()).toEqual([changed, gone].sort());
    expect(new Map(plan.changes)).toEqual(
      new Map([
        [changed, { actions: ["update"] }],
        [gone, { actions: ["create"] }],
      ]),
    );
  });
});

describe("a domain destroyed in an environment that is not protected", () => {
  const BUCKET = "shop-dev-analytics-444455556666-eu-central-1";
  const SCHEMA = "analytics__revenue_daily__v1";

  it("keeps a bucket and a schema that hold data, and is gone once they are empty", async () => {
    await other.world.mark("aws_s3_bucket", BUCKET, "nonEmpty");
    await other.world.mark("postgresql_schema", SCHEMA, "nonEmpty");

    const refused = await other.apply("analytics", "-destroy");
    const left = knownBy(other.stateFile("analytics")).resources.length;
    const kept = [other.world.get("aws_s3_bucket", BUCKET), other.world.list("postgresql_schema").length];
    await other.world.mark("aws_s3_bucket", BUCKET, "nonEmpty", false);
    await other.world.mark("postgresql_schema", SCHEMA, "nonEmpty", false);
    const destroyed = await other.apply("analytics", "-destroy");

    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      `deleting S3 Bucket (${BUCKET}): operation error S3: DeleteBucket, https response error StatusCode: 409`,
    );
    expect(refused.stderr).toContain("BucketNotEmpty");
    expect(refused.stderr).toContain(SCHEMA);
    expect(left).toBeGreaterThan(1);
    expect(kept[0]).toBeDefined();
    expect(destroyed.code).toBe(0);
    expect(knownBy(other.stateFile("analytics")).resources).toEqual([]);
    expect(thingsIn(other.world).has(`aws_s3_bucket ${BUCKET}`)).toBe(false);
  });
});

function edit(deployment: Deployment, path: string, from: RegExp, to: string): void {
  const file = join(deployment.meshFolder, path);
  const text = readFileSync(file, "utf8");
  if (!from.test(text)) throw new Error(`${path} does not hold ${String(from)}`);
  writeFileSync(file, text.replace(from, to));
}

/** The command that a domain's CI runs, with the engine under it. */
async function deployByFramework({ folder }: Deployment, stack: string): Promise<void> {
  const app = sourceWords("src/main.ts").join(" ");
  const project = { language: "typescript", app, projectId: "meshwright", sendCrashReports: "false" };
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify(project));
  const words = ["offline", "--mesh", "mesh", "--", CDKTF, "deploy", stack, "--auto-approve"];
  const { code, stdout, stderr } = await meshwright(folder, words);
  if (code !== 0) throw new Error(stdout + stderr);
}
