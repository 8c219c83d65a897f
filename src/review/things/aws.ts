import { at, say } from "../model";
import { named, type Naming } from "./things";
import { shown } from "./values";

const ofBucket =
  (what: string): Naming =>
  (values) => [`the ${what} of `, ...say`bucket ${shown(at(values, "bucket"))}`];

/** How things of AWS are called, by type. */
export const AWS_THINGS: Readonly<Record<string, Naming>> = {
  aws_s3_bucket: named("bucket", "bucket"),
  aws_s3_bucket_policy: ofBucket("policy"),
  aws_s3_bucket_versioning: ofBucket("versioning"),
  aws_s3_bucket_lifecycle_configuration: ofBucket("lifecycle"),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket("encryption"),
  aws_s3_bucket_public_access_block: ofBucket("public access block"),
  aws_s3_bucket_ownership_controls: ofBucket("ownership controls"),
  aws_s3_bucket_logging: ofBucket("access log"),
  aws_s3_bucket_metric: ofBucket("request metrics"),
  aws_s3_bucket_notification: ofBucket("notifications"),
  aws_kms_key: (values) => named("key", "description")(values) ?? named("key", "arn")(values),
  aws_kms_alias: named("key alias", "name"),
  aws_iam_role: named("IAM role", "name"),
  aws_iam_policy: named("policy", "name"),
  aws_iam_role_policy_attachment: (values) =>
    say`the attachment of policy ${shown(at(values, "policy_arn"))} to IAM role ${shown(at(values, "role"))}`,
  aws_iam_openid_connect_provider: named("identity provider", "url"),
  aws_cloudwatch_metric_alarm: named("alarm", "alarm_name"),
  aws_cloudwatch_dashboard: named("dashboard", "dashboard_name"),
  aws_cloudwatch_log_group: named("log group", "name"),
  aws_sns_topic: named("SNS topic", "name"),
  aws_sns_topic_subscription: (values) =>
    say`the subscription of ${shown(at(values, "endpoint"))} to SNS topic ${shown(at(values, "topic_arn"))}`,
  aws_sns_topic_policy: (values) => say`the policy of SNS topic ${shown(at(values, "arn"))}`,
  aws_secretsmanager_secret: named("secret", "name"),
  aws_glue_catalog_database: named("Glue database", "name"),
  aws_glue_catalog_table: named("Glue table", "database_name", "name"),
  aws_glue_schema: named("Glue schema", "schema_name"),
  aws_glue_registry: named("Glue registry", "registry_name"),
  aws_lakeformation_resource: named("Lake Formation location", "arn"),
};
