import {
  alertTopicArn,
  alertTopicName,
  bucketArn,
  bucketName,
  databaseUserArn,
  domainPostgresPrefix,
  domainTopicPrefix,
  logGroupArn,
  logGroupPrefix,
  metricNamespace,
  mskResourceArn,
  objectArn,
} from "../../src/names";
import {
  domainSecretArns,
  iamClusterOf,
  iamDatabaseOf,
  keyArnsOf,
  keysOf,
  type DomainScope,
} from "../access";
import type { PolicyStatement } from "../policy";

/** What a domain's identities can at most do with the domain's own data. */
export function ownStatements(scope: DomainScope): PolicyStatement[] {
  const { site, domain } = scope;
  const bucket = bucketName(site, domain);

  return [
    {
      Sid: "OwnS3",
      Effect: "Allow",
      Action: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject*",
        "s3:GetBucketLocation",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:ListBucket",
        "s3:ListBucketVersions",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ],
      Resource: [bucketArn(site, bucket), objectArn(site, bucket, "*")],
    },
    {
      Sid: "OwnKms",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: keyArnsOf([{ site, domain }]),
      Condition: keysOf([{ site, domain }]),
    },
    ...kafkaStatements(scope),
    {
      Sid: "OwnLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: logGroupArn(site, `${logGroupPrefix(site, domain)}*`),
    },
    {
      Sid: "OwnMetrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace(domain) } },
    },
    {
      Sid: "OwnSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: domainSecretArns(scope),
    },
    ...databaseStatements(scope),
    {
      Sid: "OwnSns",
      Effect: "Allow",
      Action: "sns:Publish",
      Resource: alertTopicArn(site, alertTopicName(site, domain)),
    },
  ];
}

function kafkaStatements({ environment, domain }: DomainScope): PolicyStatement[] {
  const cluster = iamClusterOf(environment);
  if (cluster === undefined) return [];

  const own = `${domainTopicPrefix(domain)}*`;
  return [
    {
      Sid: "MskConnect",
      Effect: "Allow",
      Action: [
        "kafka-cluster:Connect",
        "kafka-cluster:DescribeCluster",
        "kafka-cluster:WriteDataIdempotently",
      ],
      Resource: cluster,
    },
    {
      Sid: "OwnMsk",
      Effect: "Allow",
      Action: [
        "kafka-cluster:*Group",
        "kafka-cluster:*Topic*",
        "kafka-cluster:*TransactionalId",
        "kafka-cluster:ReadData",
        "kafka-cluster:WriteData",
      ],
      Resource: [
        mskResourceArn(cluster, "group", own),
        mskResourceArn(cluster, "topic", own),
        mskResourceArn(cluster, "transactional-id", own),
      ],
    },
  ];
}

function databaseStatements({ environment, domain }: DomainScope): PolicyStatement[] {
  const resourceId = iamDatabaseOf(environment);
  if (resourceId === undefined) return [];

  return [
    {
      Sid: "OwnDb",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: databaseUserArn(environment.site, resourceId, `${domainPostgresPrefix(domain)}*`),
    },
  ];
}
