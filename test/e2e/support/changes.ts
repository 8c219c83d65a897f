import type { Change } from "./plan";
import type { Arguments, StackDocument } from "./stack-document";

/** One change of a deployed stack by hand, with what the plan says of it. */
export interface ChangeCase {
  readonly what: string;
  readonly type: string;
  /** Which resource of the type. */
  readonly like: Arguments;
  /** The arguments that are replaced; undefined takes one away, a function changes what is there. */
  readonly to: Readonly<Record<string, unknown>>;
  readonly expected: Change;
}

const UPDATE: Change = { actions: ["update"] };

const replacedBy = (...paths: string[]): Change => ({
  actions: ["delete", "create"],
  replacePaths: paths.map((path) => [path]),
});

type Row = readonly [what: string, type: string, like: Arguments, to: ChangeCase["to"]];

const cases = (expected: Change | undefined, rows: readonly Row[]): ChangeCase[] =>
  rows.map(([what, type, like, to]) => ({
    ...{ what, type, like, to },
    expected: expected ?? replacedBy(...Object.keys(to)),
  }));

const withRetention = (days: number) => (config: unknown) => ({
  ...(config as object),
  "retention.ms": String(days * 86_400_000),
});

const widened = (policy: unknown) => (policy as string).replace("s3:PutObject", "s3:PutObject*");

/** What the providers change in place. Source: the plan review reference, §5. */
export const IN_PLACE: readonly ChangeCase[] = cases(UPDATE, [
  [
    "a topic's retention goes up",
    "kafka_topic",
    { name: "orders.order-placed.v1" },
    { config: withRetention(30) },
  ],
  ["a topic's partitions go up", "kafka_topic", { name: "orders.order-placed.v2" }, { partitions: 24 }],
  [
    "a Kafka user gets a new password",
    "kafka_user_scram_credential",
    { username: "orders.order-placed" },
    { password_wo_version: "2" },
  ],
  [
    "a grant's privileges change",
    "postgresql_grant",
    { role: "orders__ro", object_type: "table", schema: "orders__order_placed__v1" },
    { privileges: ["SELECT", "REFERENCES"] },
  ],
  [
    "default privileges change",
    "postgresql_default_privileges",
    { role: "orders__ro", schema: "orders__order_placed__v1" },
    { privileges: ["SELECT", "REFERENCES"] },
  ],
  [
    "a login gets another limit",
    "postgresql_role",
    { name: "orders__app_order_placed" },
    { connection_limit: 40 },
  ],
  [
    "a schema is renamed",
    "postgresql_schema",
    { name: "orders__order_placed__v1" },
    { name: "orders__op__v1" },
  ],
  [
    "a policy's document changes",
    "aws_iam_policy",
    { name: "dev-orders--order-placed--produce" },
    { policy: widened },
  ],
  [
    "a role's description changes",
    "aws_iam_role",
    { name: "dev-orders--order-placed" },
    { description: "changed" },
  ],
  ["a key's deletion window changes", "aws_kms_key", {}, { deletion_window_in_days: 7 }],
  ["a log group keeps less", "aws_cloudwatch_log_group", {}, { retention_in_days: 30 }],
  [
    "an alarm's threshold changes",
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "mesh/dev/orders/order-placed.v2/stale-bucket" },
    { threshold: 7 },
  ],
  ["a bucket may be emptied", "aws_s3_bucket", {}, { force_destroy: true }],
]);

/** What the providers replace, with the argument that forces it. Source: the plan review reference, §5. */
export const REPLACED: readonly ChangeCase[] = cases(undefined, [
  ["a topic's partitions go down", "kafka_topic", { name: "orders.order-refunded.v1" }, { partitions: 1 }],
  [
    "a topic is renamed",
    "kafka_topic",
    { name: "orders.order-placed.v1" },
    { name: "orders.order-placed.v9" },
  ],
  [
    "a topic's partitions are not known before the apply",
    "kafka_topic",
    { name: "orders.order-placed.v2" },
    { partitions: "${terraform_data.Later.output}" },
  ],
  [
    "an ACL allows another operation",
    "kafka_acl",
    { acl_operation: "Describe", resource_type: "Group", acl_principal: "User:orders.order-placed" },
    { acl_operation: "Delete" },
  ],
  [
    "a Kafka user is renamed",
    "kafka_user_scram_credential",
    { username: "orders.order-refunded" },
    { username: "orders.refunds" },
  ],
  [
    "a grant is for another role",
    "postgresql_grant",
    { role: "orders__ro", object_type: "table", schema: "orders__order_placed__v1" },
    { role: "orders__rw" },
  ],
  [
    "default privileges are for another schema",
    "postgresql_default_privileges",
    { role: "orders__ro", schema: "orders__order_placed__v1" },
    { schema: "orders__order_placed__v2" },
  ],
  ["a schema moves to another database", "postgresql_schema", { name: "orders" }, { database: "other" }],
  [
    "a policy gets a description",
    "aws_iam_policy",
    { name: "dev-orders--order-placed--produce" },
    { description: "changed" },
  ],
  [
    "a role moves to another path",
    "aws_iam_role",
    { name: "dev-orders--order-placed" },
    { path: "/mesh/dev/elsewhere/" },
  ],
  ["a bucket is renamed", "aws_s3_bucket", {}, { bucket: "shop-dev-orders-elsewhere" }],
  ["a key's alias is renamed", "aws_kms_alias", {}, { name: "alias/mesh/dev/elsewhere" }],
  [
    "an alarm is renamed",
    "aws_cloudwatch_metric_alarm",
    { alarm_name: "mesh/dev/orders/order-placed.v2/stale-bucket" },
    { alarm_name: "mesh/dev/orders/order-placed.v2/stale" },
  ],
  ["an alert topic is renamed", "aws_sns_topic", {}, { name: "mesh-dev-orders-alarms" }],
]);

/** Makes the changes in a stack's JSON and says which resource each of them is about. */
export function applyCases(document: StackDocument, all: readonly ChangeCase[]): Map<ChangeCase, string> {
  const found = new Map(all.map((each) => [each, document.one(each.type, each.like)]));
  for (const [{ to }, { values }] of found) {
    for (const [name, value] of Object.entries(to)) {
      values[name] =
        typeof value === "function" ? (value as (before: unknown) => unknown)(values[name]) : value;
    }
  }
  return new Map([...found].map(([each, { address }]) => [each, address]));
}
