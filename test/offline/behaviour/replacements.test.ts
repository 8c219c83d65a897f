import { factsOf } from "../../../src/offline/facts";
import type { ProviderName } from "../../../src/offline/schema";
import { sampleOf } from "./samples";
import { changedNames, pathNames, SOURCES, Stack, UNKNOWN, type Fields } from "./support";

interface Row {
  readonly type: string;
  readonly change: Fields;
  /** The paths that force a replacement; none: in place. */
  readonly replace: readonly string[];
}

const inPlace = (type: string, change: Fields): Row => ({ type, change, replace: [] });
const replaces = (type: string, change: Fields): Row => ({
  type,
  change,
  replace: Object.keys(change).sort(),
});

const OTHER_POLICY = '{"Version":"2012-10-17","Statement":[]}';
const ACL = "kafka_acl";
const GRANT = "postgresql_grant";
const DEFAULTS = "postgresql_default_privileges";

/** The rows of the plan review reference, §5, that concern the resource types in use. */
const KAFKA: readonly Row[] = [
  replaces("kafka_topic", { name: "orders.other.v1" }),
  replaces("kafka_topic", { partitions: 3 }),
  replaces("kafka_topic", { partitions: UNKNOWN }),
  inPlace("kafka_topic", { partitions: 12 }),
  inPlace("kafka_topic", { replication_factor: 2 }),
  inPlace("kafka_topic", { config: { "cleanup.policy": "compact" } }),
  inPlace("kafka_topic", { config: null }),
  inPlace("kafka_topic", { config: { "cleanup.policy": UNKNOWN } }),
  replaces(ACL, { resource_name: "users." }),
  replaces(ACL, { resource_type: "Group" }),
  replaces(ACL, { resource_pattern_type_filter: "Literal" }),
  replaces(ACL, { acl_principal: "User:b" }),
  replaces(ACL, { acl_principal: UNKNOWN }),
  replaces(ACL, { acl_host: "10.0.0.1" }),
  replaces(ACL, { acl_operation: "Write" }),
  replaces(ACL, { acl_permission_type: "Deny" }),
  replaces("kafka_quota", { entity_name: "b" }),
  replaces("kafka_quota", { entity_type: "client-id" }),
  replaces("kafka_quota", { config: { producer_byte_rate: 1 } }),
  replaces("kafka_user_scram_credential", { username: "b" }),
  replaces("kafka_user_scram_credential", { scram_mechanism: "SCRAM-SHA-256" }),
  inPlace("kafka_user_scram_credential", { password_wo_version: "2" }),
  inPlace("kafka_user_scram_credential", { scram_iterations: 4096 }),
  inPlace("kafka_user_scram_credential", { password_wo: null, password_wo_version: null, password: "p" }),
];

const POSTGRESQL: readonly Row[] = [
  inPlace("postgresql_role", { name: "orders__boss" }),
  inPlace("postgresql_role", { login: true, connection_limit: 5, roles: ["a"], superuser: true }),
  inPlace("postgresql_role", { password_wo: "p", password_wo_version: "2" }),
  replaces("postgresql_schema", { database: "other" }),
  inPlace("postgresql_schema", { name: "orders2" }),
  inPlace("postgresql_schema", { owner: "b", if_not_exists: true, drop_cascade: true }),
  inPlace("postgresql_schema", { policy: [{ role: "b", usage: true }] }),
  replaces(GRANT, { role: "b" }),
  replaces(GRANT, { database: "b" }),
  replaces(GRANT, { schema: "b" }),
  replaces(GRANT, { object_type: "sequence" }),
  replaces(GRANT, { objects: ["orders"] }),
  replaces(GRANT, { columns: ["id"] }),
  replaces(GRANT, { with_grant_option: true }),
  inPlace(GRANT, { privileges: ["INSERT", "SELECT"] }),
  inPlace(GRANT, { privileges: UNKNOWN }),
  replaces(DEFAULTS, { role: "b" }),
  replaces(DEFAULTS, { database: "b" }),
  replaces(DEFAULTS, { owner: "b" }),
  replaces(DEFAULTS, { schema: "b" }),
  replaces(DEFAULTS, { object_type: "sequence" }),
  replaces(DEFAULTS, { with_grant_option: true }),
  inPlace(DEFAULTS, { privileges: [] }),
];

const AWS: readonly Row[] = [
  replaces("aws_s3_bucket", { bucket: "other" }),
  replaces("aws_s3_bucket", { object_lock_enabled: true }),
  inPlace("aws_s3_bucket", { force_destroy: true }),
  ...[
    "versioning",
    "policy",
    "lifecycle_configuration",
    "server_side_encryption_configuration",
    "logging",
  ].map((part) => replaces(`aws_s3_bucket_${part}`, { bucket: "other" })),
  ...["public_access_block", "ownership_controls", "notification"].map((part) =>
    replaces(`aws_s3_bucket_${part}`, { bucket: "other" }),
  ),
  ...["versioning", "server_side_encryption_configuration", "logging", "lifecycle_configuration"].map(
    (part) => replaces(`aws_s3_bucket_${part}`, { expected_bucket_owner: "222233334444" }),
  ),
  replaces("aws_s3_bucket_metric", { name: "other" }),
  inPlace("aws_s3_bucket_metric", { filter: [{ prefix: "other/" }] }),
  inPlace("aws_s3_bucket_versioning", { versioning_configuration: [{ status: "Suspended" }] }),
  inPlace("aws_s3_bucket_policy", { policy: OTHER_POLICY }),
  inPlace("aws_s3_bucket_public_access_block", { block_public_acls: false }),
  inPlace("aws_s3_bucket_ownership_controls", { rule: [{ object_ownership: "ObjectWriter" }] }),
  inPlace("aws_s3_bucket_notification", { eventbridge: false }),
  inPlace("aws_s3_bucket_logging", { target_prefix: "s3/other/" }),
  inPlace("aws_s3_bucket_lifecycle_configuration", { rule: [{ id: "a", status: "Disabled" }] }),
  replaces("aws_kms_key", { customer_master_key_spec: "RSA_2048" }),
  replaces("aws_kms_key", { key_usage: "SIGN_VERIFY" }),
  replaces("aws_kms_key", { multi_region: true }),
  replaces("aws_kms_key", { custom_key_store_id: "cks-1" }),
  replaces("aws_kms_key", { xks_key_id: "x" }),
  inPlace("aws_kms_key", {
    is_enabled: false,
    policy: OTHER_POLICY,
    description: "b",
    deletion_window_in_days: 7,
  }),
  replaces("aws_kms_alias", { name: "alias/other" }),
  inPlace("aws_kms_alias", { target_key_id: "00000000-0000-4000-8000-000000000000" }),
  replaces("aws_iam_role", { name: "other" }),
  replaces("aws_iam_role", { path: "/other/" }),
  inPlace("aws_iam_role", { permissions_boundary: null }),
  inPlace("aws_iam_role", { assume_role_policy: OTHER_POLICY, description: "b", max_session_duration: 7200 }),
  replaces("aws_iam_policy", { name: "other" }),
  replaces("aws_iam_policy", { path: "/other/" }),
  replaces("aws_iam_policy", { description: "a better comment" }),
  inPlace("aws_iam_policy", { policy: OTHER_POLICY }),
  replaces("aws_iam_role_policy_attachment", { role: "other" }),
  replaces("aws_iam_role_policy_attachment", { policy_arn: UNKNOWN }),
  replaces("aws_iam_openid_connect_provider", { url: "https://other.example" }),
  inPlace("aws_iam_openid_connect_provider", { client_id_list: ["other"] }),
  replaces("aws_cloudwatch_metric_alarm", { alarm_name: "other" }),
  inPlace("aws_cloudwatch_metric_alarm", { actions_enabled: false, threshold: 6 }),
  replaces("aws_cloudwatch_dashboard", { dashboard_name: "other" }),
  inPlace("aws_cloudwatch_dashboard", { dashboard_body: '{"widgets":[1]}' }),
  replaces("aws_cloudwatch_log_group", { name: "other" }),
  replaces("aws_cloudwatch_log_group", { log_group_class: "INFREQUENT_ACCESS" }),
  inPlace("aws_cloudwatch_log_group", { retention_in_days: 7 }),
  replaces("aws_sns_topic", { name: "other" }),
  replaces("aws_sns_topic", { fifo_topic: true }),
  inPlace("aws_sns_topic", { kms_master_key_id: "alias/other", display_name: "b" }),
  replaces("aws_sns_topic_policy", { arn: "arn:aws:sns:eu-central-1:111122223333:other" }),
  inPlace("aws_sns_topic_policy", { policy: OTHER_POLICY }),
  replaces("aws_sns_topic_subscription", { endpoint: "b@shop.example" }),
  replaces("aws_sns_topic_subscription", { protocol: "https" }),
  inPlace("aws_sns_topic_subscription", { raw_message_delivery: true }),
  replaces("aws_secretsmanager_secret", { name: "other" }),
  inPlace("aws_secretsmanager_secret", { description: "b", recovery_window_in_days: 7 }),
  replaces("aws_msk_single_scram_secret_association", { cluster_arn: "other" }),
  replaces("aws_msk_single_scram_secret_association", { secret_arn: "other" }),
];

const title = ({ type, change, replace }: Row): [string, Row] => [
  `${type} ${JSON.stringify(change, (_key, value: unknown) => (value === UNKNOWN ? "unknown" : value))} ${replace.length > 0 ? "replaces" : "in place"}`,
  { type, change, replace },
];

describe.each<[ProviderName, readonly Row[]]>([
  ["kafka", KAFKA],
  ["postgresql", POSTGRESQL],
  ["aws", AWS],
])("a change of %s", (name, rows) => {
  const stack = new Stack(name);

  test.each(rows.map(title))("%s", async (_title, { type, change, replace }) => {
    const before = await stack.apply(type, sampleOf(type));

    const { planned, requiresReplace, diagnostics } = stack.plan(type, before, {
      ...sampleOf(type),
      ...change,
    });

    expect(diagnostics).toEqual([]);
    expect(pathNames(requiresReplace)).toEqual(replace);
    expect(changedNames(before, planned).length).toBeGreaterThan(0);
  });

  test("is covered for every attribute that forces a replacement and that the constructs set", () => {
    const covered = new Set(rows.flatMap(({ type, replace }) => replace.map((path) => `${type}.${path}`)));

    const forcing = [...factsOf(SOURCES[name]).resources].flatMap(([type, { forceNew }]) =>
      forceNew.flatMap((entry) =>
        typeof entry === "string" && entry in sampleOf(type) ? [`${type}.${entry}`] : [],
      ),
    );
    const settings = ["aws_s3_bucket_metric.bucket", "aws_sns_topic_subscription.topic_arn"];
    expect(forcing.filter((path) => !covered.has(path) && !settings.includes(path))).toEqual([]);
  });
});

describe("replication_factor", () => {
  test("replaces a topic on a broker that cannot reassign partitions", async () => {
    const old = new Stack("kafka", undefined, { kafka_version: "2.3.1" });
    const before = await old.apply("kafka_topic", sampleOf("kafka_topic"));

    const { requiresReplace } = old.plan("kafka_topic", before, {
      ...sampleOf("kafka_topic"),
      replication_factor: 2,
    });

    expect(requiresReplace).toEqual([["replication_factor"]]);
  });
});
