import {
  appLoginName,
  consumerGroupPrefix,
  databaseUserArn,
  logGroupName,
  logStreamsArn,
  metricNamespace,
  mskResourceArn,
  viaService,
} from "../../src/names";
import type { PolicyStatement } from "../policy";
import { iamClusterOf, iamDatabaseOf, type DomainScope } from "./domain-scope";
import { keyArnsOf, keysOf } from "./key-condition";
import { appSecretArns } from "./secret-arns";

/** Which servers an app works with. */
export interface AppServers {
  /** It writes or reads topics. */
  readonly kafka: boolean;
  /** It has a Postgres login. */
  readonly database: boolean;
}

/**
 * What an app may do whatever it produces or consumes: write its domain's log and metrics, read its own secrets, connect
 * to the servers it works with, as itself, and commit in its own consumer groups.
 */
export function runStatements(
  scope: DomainScope,
  app: string,
  { kafka, database }: AppServers,
): PolicyStatement[] {
  const { site, domain } = scope;
  return [
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: logStreamsArn(site, logGroupName(site, domain)),
    },
    {
      // PutMetricData knows no resource: only the namespace narrows it.
      Sid: "Metrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace(domain) } },
    },
    {
      Sid: "Secrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: appSecretArns(scope, app),
    },
    {
      Sid: "SecretsKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: keyArnsOf([{ site, domain }]),
      Condition: {
        ...keysOf([{ site, domain }]),
        StringEquals: { "kms:ViaService": viaService(site, "secretsmanager") },
      },
    },
    ...(kafka ? kafkaStatements(scope, app) : []),
    ...(database ? databaseStatements(scope, app) : []),
  ];
}

function kafkaStatements({ environment, domain }: DomainScope, app: string): PolicyStatement[] {
  const cluster = iamClusterOf(environment);
  if (cluster === undefined) return [];

  return [
    {
      Sid: "Kafka",
      Effect: "Allow",
      Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
      Resource: cluster,
    },
    {
      Sid: "KafkaGroups",
      Effect: "Allow",
      Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
      Resource: mskResourceArn(cluster, "group", `${consumerGroupPrefix(domain, app)}*`),
    },
  ];
}

function databaseStatements({ environment, domain }: DomainScope, app: string): PolicyStatement[] {
  const resourceId = iamDatabaseOf(environment);
  if (resourceId === undefined) return [];

  return [
    {
      Sid: "Database",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: databaseUserArn(environment.site, resourceId, appLoginName(domain, app)),
    },
  ];
}
