import { PORT, side } from "./side";
import { change } from "../support/change";
import { concernsOf, portsOf } from "../../../src/review/impact";
import { UNKNOWN, type Value } from "../../../src/review/model";
import { product } from "../../support/manifests";

const BUCKET = "shop-prod-orders-111122223333-eu-central-1";
const MESH = side({
  product: {
    ports: {
      topic: { deadLetter: true, retries: 1 },
      bucket: { format: "parquet" },
      schema: { tables: ["orders"] },
    },
  },
  more: {
    products: [product("orders", "order-refunded", { ports: { bucket: { format: "csv" } } })],
  },
});
const REVENUE = "analytics/revenue.v1";
const REFUNDED = "orders/order-refunded.v1";

const found = (type: string, after: Value, before: Value = null) =>
  concernsOf(change({ type, before, after }), [MESH]);

const everybody = (port: string) => [{ port }];
const only = (domain: string, app?: string) => [{ port: PORT, readers: [{ domain, ...(app && { app }) }] }];
const nobody = (port: string) => [{ port, readers: [] }];

const acl = (resource_type: string, resource_name: string, principal: string, pattern = "Literal") => ({
  ...{ resource_type, resource_name, resource_pattern_type_filter: pattern },
  ...{ acl_principal: `User:${principal}`, acl_operation: "Read" },
});

test.each([
  ["a topic", "kafka_topic", { name: "orders.order-placed.v1" }, everybody(PORT)],
  ["a topic of the app itself", "kafka_topic", { name: "orders.order-placed.v1.dlq" }, nobody(PORT)],
  ["a topic for retries", "kafka_topic", { name: "orders.order-placed.v1.retry.1" }, nobody(PORT)],
  ["a foreign topic", "kafka_topic", { name: "orders.order-placed" }, []],
  ["a topic of no known name", "kafka_topic", { name: UNKNOWN }, []],
  [
    "who reads",
    "kafka_acl",
    acl("Topic", "orders.order-placed.v1", "analytics.reader"),
    only("analytics", "reader"),
  ],
  [
    "who writes",
    "kafka_acl",
    acl("Topic", "orders.order-placed.", "orders.order-placed", "Prefixed"),
    everybody(PORT),
  ],
  ["everybody", "kafka_acl", acl("Topic", "orders.order-placed.v1", "*"), everybody(PORT)],
  [
    "a certificate",
    "kafka_acl",
    acl("Topic", "orders.order-placed.v1", "CN=analytics.revenue"),
    only("analytics", "revenue"),
  ],
  [
    "a reader's groups",
    "kafka_acl",
    acl("Group", "analytics.reader.", "analytics.reader", "Prefixed"),
    only("analytics", "reader"),
  ],
  [
    "one group",
    "kafka_acl",
    acl("Group", "analytics.reader.main", "analytics.reader"),
    only("analytics", "reader"),
  ],
  [
    "a writer's transactions",
    "kafka_acl",
    acl("TransactionalID", "orders.order-placed.", "x", "Prefixed"),
    everybody(PORT),
  ],
  ["the cluster", "kafka_acl", acl("Cluster", "kafka-cluster", "orders.order-placed"), []],
  [
    "a quota",
    "kafka_quota",
    { entity_name: "analytics.reader", entity_type: "user" },
    only("analytics", "reader"),
  ],
  ["a writer's login", "kafka_user_scram_credential", { username: "orders.order-placed" }, everybody(PORT)],
  ["a schema", "postgresql_schema", { name: "orders__order_placed__v1" }, everybody(PORT)],
  ["a private schema", "postgresql_schema", { name: "orders" }, []],
  [
    "a domain's grant",
    "postgresql_grant",
    { schema: "orders__order_placed__v1", role: "analytics__login" },
    only("analytics"),
  ],
  [
    "an app's grant",
    "postgresql_grant",
    { schema: "orders__order_placed__v1", role: "analytics__reads_reader" },
    only("analytics", "reader"),
  ],
  [
    "a grant inside",
    "postgresql_grant",
    { schema: "orders__order_placed__v1", role: "orders__ro" },
    nobody(PORT),
  ],
  [
    "an owner's grant",
    "postgresql_default_privileges",
    { schema: "orders__order_placed__v1", role: "orders__owner" },
    everybody(PORT),
  ],
  ["a writer", "postgresql_role", { name: "orders__order_placed__v1__rw" }, everybody(PORT)],
  ["a reader's login", "postgresql_role", { name: "analytics__app_reader" }, only("analytics", "reader")],
  ["an alias", "aws_kms_alias", { name: "alias/mesh/prod/analytics" }, everybody(REVENUE)],
  ["a key", "aws_kms_key", { tags: { "mesh:domain": "analytics" } }, everybody(REVENUE)],
  [
    "a key by all of its tags",
    "aws_kms_key",
    { tags_all: { "mesh:domain": "analytics" } },
    everybody(REVENUE),
  ],
  ["a reader's role", "aws_iam_role", { name: "prod-analytics--reader" }, only("analytics", "reader")],
  ["a policy to write", "aws_iam_policy", { name: "prod-orders--order-placed--produce" }, everybody(PORT)],
  [
    "a policy to read",
    "aws_iam_policy",
    { name: "prod-analytics--reader--consume" },
    only("analytics", "reader"),
  ],
  [
    "an attachment",
    "aws_iam_role_policy_attachment",
    { role: "prod-orders--order-placed", policy_arn: UNKNOWN },
    everybody(PORT),
  ],
  [
    "an alarm",
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "mesh/prod/orders/order-placed.v1/freshness" },
    nobody(PORT),
  ],
  [
    "an alarm of the platform",
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "mesh/prod/platform/storage" },
    [],
  ],
  [
    "request metrics",
    "aws_s3_bucket_metric",
    { bucket: BUCKET, filter: [{ prefix: "products/order-refunded/v1/" }] },
    nobody(REFUNDED),
  ],
  ["an object", "aws_s3_object", { bucket: BUCKET, key: "products/order-placed/v1/2027/a" }, everybody(PORT)],
  ["a type nobody knows", "aws_vpc", { name: "orders.order-placed.v1" }, []],
] as const)("%s leads to the ports it serves", (_, type, values, expected) => {
  expect(found(type, values as Value)).toEqual(expected);
  expect(found(type, null, values as Value)).toEqual(expected);
});

test("a bucket is all of its ports", () => {
  expect(portsOf(change({ type: "aws_s3_bucket", after: { bucket: BUCKET } }), [MESH])).toEqual([
    PORT,
    REFUNDED,
  ]);
});

describe("a lifecycle configuration", () => {
  const rule = (prefix: string, days: number) => ({
    id: prefix,
    filter: [{ prefix }],
    expiration: [{ days }],
    status: "Enabled",
  });
  const [placed, refunded] = ["products/order-placed/v1/", "products/order-refunded/v1/"];
  const rules = (...rule: readonly Value[]) => ({ bucket: BUCKET, rule });

  test.each([
    [
      "the rule that changes",
      rules(rule(placed, 7), rule(refunded, 9)),
      rules(rule(refunded, 9), rule(placed, 3)),
      [PORT],
    ],
    ["the rule that goes", rules(rule(placed, 7), rule(refunded, 9)), rules(rule(placed, 7)), [REFUNDED]],
    ["a rule for everything", rules(), rules(rule("", 7)), [PORT, REFUNDED]],
    ["a rule for a part of a port", rules(), rules(rule(`${placed}tmp/`, 7)), [PORT]],
    ["a rule for tags below a prefix", rules(), rules({ filter: [{ and: [{ prefix: placed }] }] }), [PORT]],
    ["no rule", rules(rule(placed, 7)), rules(rule(placed, 7)), []],
  ])("is about the ports of %s", (_, before, after, ports) => {
    const type = "aws_s3_bucket_lifecycle_configuration";
    expect(portsOf(change({ type, before, after }), [MESH])).toEqual(ports);
  });
});

test("names of both sides are known, and each port is there once", () => {
  const [base, head] = [side(), side({ without: "product" })];
  const deleted = change({ type: "kafka_topic", before: { name: "orders.order-placed.v1" } });

  expect(portsOf(deleted, [base, head])).toEqual([PORT]);
  expect(portsOf(deleted, [head])).toEqual([]);
  expect(portsOf(deleted, [])).toEqual([]);
});
