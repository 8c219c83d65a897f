import { ACCOUNT, REGION, type Fields } from "./support";

const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:Get*"],"Resource":"*"}]}';

export const BUCKET = "shop-dev-orders";
export const TOPIC_ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`;
export const POLICY_ARN = `arn:aws:iam::${ACCOUNT}:policy/mesh/p`;
export const CLUSTER_ARN = `arn:aws:kafka:${REGION}:${ACCOUNT}:cluster/mesh/0000`;

/** A configuration of every resource type the engine knows, as the constructs write them. */
export const SAMPLES: Readonly<Record<string, Fields>> = {
  aws_cloudwatch_dashboard: { dashboard_name: "mesh", dashboard_body: '{"widgets":[]}' },
  aws_cloudwatch_log_group: {
    name: "/mesh/dev/orders",
    retention_in_days: 365,
    tags: { "mesh:domain": "orders" },
  },
  aws_cloudwatch_metric_alarm: {
    alarm_name: "lag",
    comparison_operator: "GreaterThanThreshold",
    evaluation_periods: 3,
    threshold: 5,
    metric_query: [
      {
        id: "lag",
        return_data: true,
        metric: [
          { metric_name: "Lag", namespace: "AWS/Kafka", period: 60, stat: "Maximum", dimensions: { a: "b" } },
        ],
      },
    ],
  },
  aws_iam_openid_connect_provider: {
    url: "https://token.actions.githubusercontent.com",
    client_id_list: ["sts.amazonaws.com"],
  },
  aws_iam_policy: { name: "p", path: "/mesh/", description: "what apps can do", policy: POLICY },
  aws_iam_role: {
    name: "orders--app",
    path: "/mesh/",
    assume_role_policy: POLICY,
    permissions_boundary: POLICY_ARN,
  },
  aws_iam_role_policy_attachment: { role: "orders--app", policy_arn: POLICY_ARN },
  aws_kms_alias: { name: "alias/mesh/dev/orders", target_key_id: "set by the test" },
  aws_kms_key: {
    description: "data of orders",
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    policy: POLICY,
  },
  aws_msk_single_scram_secret_association: {
    cluster_arn: CLUSTER_ARN,
    secret_arn: "arn:aws:secretsmanager:x",
  },
  aws_s3_bucket: { bucket: BUCKET, force_destroy: false, tags: { "mesh:domain": "orders" } },
  aws_s3_bucket_lifecycle_configuration: {
    bucket: BUCKET,
    rule: [
      { id: "orders.v1", status: "Enabled", filter: [{ prefix: "products/" }], expiration: [{ days: 400 }] },
      {
        id: "housekeeping",
        status: "Enabled",
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ],
  },
  aws_s3_bucket_logging: { bucket: BUCKET, target_bucket: BUCKET, target_prefix: "s3/orders/" },
  aws_s3_bucket_metric: { bucket: BUCKET, name: "orders.v1", filter: [{ prefix: "products/" }] },
  aws_s3_bucket_notification: { bucket: BUCKET, eventbridge: true },
  aws_s3_bucket_ownership_controls: { bucket: BUCKET, rule: [{ object_ownership: "BucketOwnerEnforced" }] },
  aws_s3_bucket_policy: { bucket: BUCKET, policy: POLICY },
  aws_s3_bucket_public_access_block: { bucket: BUCKET, block_public_acls: true },
  aws_s3_bucket_server_side_encryption_configuration: {
    bucket: BUCKET,
    rule: [
      { bucket_key_enabled: true, apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] },
    ],
  },
  aws_s3_bucket_versioning: { bucket: BUCKET, versioning_configuration: [{ status: "Enabled" }] },
  aws_secretsmanager_secret: { name: "mesh/dev/orders/app/kafka" },
  aws_sns_topic: { name: "alerts" },
  aws_sns_topic_policy: { arn: TOPIC_ARN, policy: POLICY },
  aws_sns_topic_subscription: { topic_arn: TOPIC_ARN, protocol: "email", endpoint: "orders@shop.example" },
  kafka_topic: {
    name: "orders.order-placed.v1",
    partitions: 6,
    replication_factor: 3,
    config: { "cleanup.policy": "delete", "retention.ms": "604800000" },
  },
  kafka_acl: {
    resource_name: "orders.",
    resource_type: "Topic",
    resource_pattern_type_filter: "Prefixed",
    acl_principal: "User:orders.app",
    acl_host: "*",
    acl_operation: "Read",
    acl_permission_type: "Allow",
  },
  kafka_quota: { entity_name: "orders.app", entity_type: "user", config: { producer_byte_rate: 10485760 } },
  kafka_user_scram_credential: {
    username: "orders.app",
    scram_mechanism: "SCRAM-SHA-512",
    scram_iterations: 8192,
    password_wo: "never-kept",
    password_wo_version: "1",
  },
  postgresql_role: { name: "orders__owner", login: false },
  postgresql_schema: { name: "orders", database: "mesh", owner: "orders__owner", if_not_exists: false },
  postgresql_grant: {
    role: "orders__owner",
    database: "mesh",
    schema: "orders",
    object_type: "table",
    privileges: ["SELECT"],
  },
  postgresql_default_privileges: {
    role: "orders__owner",
    owner: "orders__owner",
    database: "mesh",
    schema: "orders",
    object_type: "table",
    privileges: ["SELECT"],
  },
};

/** The sample of a type. */
export function sampleOf(type: string): Fields {
  const sample = SAMPLES[type];
  if (sample === undefined) throw new Error(`there is no sample of ${type}`);
  return sample;
}

/** An order in which everything is there before it is needed. */
export const IN_ORDER: readonly string[] = [
  ...["aws_kms_key", "aws_kms_alias", "aws_s3_bucket", "aws_iam_policy", "aws_iam_role", "aws_sns_topic"],
  ...["postgresql_role", "postgresql_schema"],
  ...Object.keys(SAMPLES),
].filter((type, index, all) => all.indexOf(type) === index);
