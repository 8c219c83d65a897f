import type { NameLimit } from "./shorten";

const limit = (resource: string, maxBytes: number): NameLimit => ({ resource, maxBytes });

/** The longest name each system takes. */
export const NAME_LIMITS = {
  /** AWS: S3 bucket naming rules. */
  bucket: limit("bucket name", 63),
  /** Kafka: `Topic.MAX_NAME_LENGTH`. */
  topic: limit("topic name", 249),
  /** Kafka stores group ids as a 16-bit length string; AWS limits CloudWatch dimension values to 1,024. */
  consumerGroup: limit("consumer group", 1024),
  /** PostgreSQL: `NAMEDATALEN - 1`; longer names are cut silently by the server. */
  postgres: limit("Postgres name", 63),
  /** AWS: IAM and STS quotas. */
  iamRole: limit("IAM role name", 64),
  /** AWS: IAM and STS quotas. */
  iamPolicy: limit("IAM policy name", 128),
  /** AWS: KMS CreateAlias. */
  kmsAlias: limit("KMS alias", 256),
  /** AWS: SNS CreateTopic. */
  snsTopic: limit("SNS topic name", 256),
  /** AWS: CloudWatch PutMetricAlarm. */
  alarm: limit("alarm name", 255),
  /** AWS: CloudWatch PutDashboard. */
  dashboard: limit("dashboard name", 255),
  /** AWS: CloudWatch Logs CreateLogGroup. */
  logGroup: limit("log group name", 512),
  /** AWS: Secrets Manager CreateSecret. */
  secret: limit("secret name", 512),
  /** AWS: S3 object key. */
  stateKey: limit("state key", 1024),
} as const;
