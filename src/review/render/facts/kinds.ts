import type { Text } from "../../model";
import { numeral } from "./words";

/** What resources are called, one and many, by type. */
const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  kafka_topic: ["topic", "topics"],
  kafka_acl: ["Kafka ACL", "Kafka ACLs"],
  kafka_quota: ["Kafka quota", "Kafka quotas"],
  kafka_user_scram_credential: ["Kafka user", "Kafka users"],
  postgresql_database: ["database", "databases"],
  postgresql_schema: ["schema", "schemas"],
  postgresql_role: ["Postgres role", "Postgres roles"],
  postgresql_grant: ["Postgres grant", "Postgres grants"],
  postgresql_grant_role: ["Postgres membership", "Postgres memberships"],
  postgresql_default_privileges: [
    "Postgres grant on what is made later",
    "Postgres grants on what is made later",
  ],
  aws_s3_bucket: ["bucket", "buckets"],
  aws_s3_bucket_policy: ["bucket policy", "bucket policies"],
  aws_s3_bucket_metric: ["request metric", "request metrics"],
  aws_kms_key: ["key", "keys"],
  aws_kms_alias: ["key alias", "key aliases"],
  aws_iam_role: ["IAM role", "IAM roles"],
  aws_iam_policy: ["IAM policy", "IAM policies"],
  aws_iam_role_policy_attachment: ["IAM attachment", "IAM attachments"],
  aws_iam_openid_connect_provider: ["identity provider", "identity providers"],
  aws_cloudwatch_metric_alarm: ["alarm", "alarms"],
  aws_cloudwatch_dashboard: ["dashboard", "dashboards"],
  aws_cloudwatch_log_group: ["log group", "log groups"],
  aws_sns_topic: ["SNS topic", "SNS topics"],
  aws_sns_topic_policy: ["SNS topic policy", "SNS topic policies"],
  aws_sns_topic_subscription: ["SNS subscription", "SNS subscriptions"],
  aws_secretsmanager_secret: ["secret", "secrets"],
  aws_glue_catalog_table: ["Glue table", "Glue tables"],
  aws_glue_schema: ["Glue schema", "Glue schemas"],
};

/** `12 Kafka ACLs`; a type that has no word here is named as Terraform does. */
export function countedKind(type: string, count: number): Text {
  const [one, many] = (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? [];
  const words = count === 1 ? one : many;
  return words === undefined ? [`${numeral(count)} `, { code: type }] : [`${numeral(count)} ${words}`];
}
