const REQUIRED = {
  aws: { source: "hashicorp/aws" },
  kafka: { source: "Mongey/kafka" },
  postgresql: { source: "cyrilgdn/postgresql" },
};

const PROVIDERS = {
  aws: { region: "eu-central-1" },
  kafka: { bootstrap_servers: ["localhost:9092"] },
  postgresql: { host: "localhost", database: "mesh", username: "meshwright" },
};

/** A configuration of Terraform with these resources, over all three providers. */
export const configurationOf = (resource: object, rest: object = {}): object => ({
  terraform: { required_providers: REQUIRED },
  provider: PROVIDERS,
  resource,
  ...rest,
});

const topic = (name: string, values: object = {}) => ({
  ...{ name, partitions: 3, replication_factor: 1, config: { "retention.ms": "1000" } },
  ...values,
});

const acl = (topicName: string, operation: string) => ({
  ...{ acl_principal: "User:app", acl_host: "*", acl_operation: operation, acl_permission_type: "Allow" },
  ...{ resource_type: "Topic", resource_name: topicName, resource_pattern_type_filter: "Literal" },
});

const PASSWORD = {
  password_wo: "${ephemeral.aws_secretsmanager_secret_version.app.secret_string}",
  password_wo_version: "1",
};

const EPHEMERAL = { aws_secretsmanager_secret_version: { app: { secret_id: "mesh/app" } } };

/** A small stack with a bit of everything: names that are chosen, names that are made up, and chains of both. */
export const BEFORE = configurationOf(
  {
    kafka_topic: { a: topic("shop.a"), b: topic("shop.b"), c: topic("shop.c") },
    kafka_acl: { read: acl("${kafka_topic.a.name}", "Read"), write: acl("shop.b", "Write") },
    kafka_user_scram_credential: {
      app: { username: "app", scram_mechanism: "SCRAM-SHA-512", ...PASSWORD },
    },
    postgresql_role: {
      owner: { name: "shop_owner" },
      reader: { name: "shop_reader" },
      app: { name: "shop_app", login: true, roles: ["${postgresql_role.reader.name}"], ...PASSWORD },
    },
    postgresql_schema: { shop: { name: "shop", owner: "${postgresql_role.owner.name}" } },
    postgresql_grant: {
      reader: {
        ...{
          database: "mesh",
          role: "${postgresql_role.reader.name}",
          schema: "${postgresql_schema.shop.name}",
        },
        ...{ object_type: "schema", privileges: ["USAGE"] },
      },
    },
    aws_kms_key: { data: { description: "data" } },
    aws_kms_alias: { data: { name: "alias/shop", target_key_id: "${aws_kms_key.data.key_id}" } },
    aws_s3_bucket: { data: { bucket: "shop-data" } },
    aws_s3_bucket_versioning: {
      data: { bucket: "${aws_s3_bucket.data.bucket}", versioning_configuration: { status: "Enabled" } },
    },
    aws_sns_topic: { alerts: { name: "alerts", kms_master_key_id: "${aws_kms_key.data.arn}" } },
    aws_sns_topic_subscription: {
      mail: { topic_arn: "${aws_sns_topic.alerts.arn}", protocol: "email", endpoint: "a@shop.example" },
    },
  },
  { ephemeral: EPHEMERAL },
);

/** The same after a change of every kind. */
export const AFTER = configurationOf(
  {
    kafka_topic: {
      a: topic("shop.a", { partitions: 6 }),
      b: topic("shop.b", { partitions: 1 }),
      d: topic("shop.d"),
    },
    kafka_acl: { read: acl("${kafka_topic.a.name}", "Read"), write: acl("shop.b", "Describe") },
    kafka_user_scram_credential: {
      app: { username: "app", scram_mechanism: "SCRAM-SHA-512", ...PASSWORD, password_wo_version: "2" },
    },
    postgresql_role: {
      owner: { name: "shop_owner" },
      reader: { name: "shop_readers" },
      app: { name: "shop_app", login: true, roles: ["${postgresql_role.reader.name}"], ...PASSWORD },
    },
    postgresql_schema: { shop: { name: "shop", owner: "${postgresql_role.owner.name}" } },
    postgresql_grant: {
      reader: {
        ...{
          database: "mesh",
          role: "${postgresql_role.reader.name}",
          schema: "${postgresql_schema.shop.name}",
        },
        ...{ object_type: "schema", privileges: ["USAGE", "CREATE"] },
      },
    },
    aws_kms_key: { data: { description: "all data" } },
    aws_kms_alias: { data: { name: "alias/shop2", target_key_id: "${aws_kms_key.data.key_id}" } },
    aws_s3_bucket: { data: { bucket: "shop-data2" } },
    aws_s3_bucket_versioning: {
      data: { bucket: "${aws_s3_bucket.data.bucket}", versioning_configuration: { status: "Enabled" } },
    },
    aws_sns_topic: { alerts: { name: "alarms", kms_master_key_id: "${aws_kms_key.data.arn}" } },
    aws_sns_topic_subscription: {
      mail: { topic_arn: "${aws_sns_topic.alerts.arn}", protocol: "email", endpoint: "a@shop.example" },
    },
  },
  { ephemeral: EPHEMERAL },
);
