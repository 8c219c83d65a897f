import {
  appLoginName,
  appRoleArn,
  appRolePath,
  boundaryPolicyArn,
  consumerGroupName,
  metricNamespace,
  ownerRoleName,
  roleArn,
} from "../../../../src/names";
import { named, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

/** 45–50: what an app that was given `Allow *` can do inside the app boundary. */
export function appCases(scenario: Scenario): MatrixCase[] {
  return [
    ...dataCases(scenario),
    ...importCases(scenario),
    ...operationCases(scenario),
    ...iamCases(scenario),
  ];
}

function dataCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, producer, stateBucket } = scenario;
  const { site } = environment;
  const targets = new Targets(scenario);
  const own = targets.object(site, domain, producer.product, producer.major);
  const bucket = targets.bucket(site, domain);
  const key = targets.key(site, domain);
  const { allow, deny } = named(actorsOf(scenario).E);

  return [
    allow("50", "puts an object of its domain", "s3:PutObject", own),
    allow("50b", "uses its domain's key", "kms:Encrypt", key),
    allow("50c", "connects", "kafka-cluster:Connect", targets.cluster()),
    allow(
      "50d",
      "creates a topic of its domain",
      "kafka-cluster:CreateTopic",
      targets.topic(domain, "scratch", 1),
    ),
    deny(
      "50e",
      "writes a neighbour's topic",
      "kafka-cluster:WriteData",
      targets.topic(neighbour, "scratch", 1),
      ["boundary"],
    ),
    deny(
      "50f",
      "commits in a neighbour's group",
      "kafka-cluster:AlterGroup",
      targets.kafka("group", consumerGroupName(neighbour, "experiment", "main")),
    ),
    deny(
      "50g",
      "puts an object of a neighbour",
      "s3:PutObject",
      targets.object(site, neighbour, "scratch", 1),
    ),
    deny("50h", "reads Terraform's state", "s3:GetObject", {
      arn: `arn:aws:s3:::${stateBucket}/${site.environment}/${domain}`,
      account: site.account,
    }),
    deny(
      "50i",
      "uses a neighbour's key",
      "kms:Decrypt",
      { ...targets.key(site, neighbour) },
      [],
      throughS3(site),
    ),
    deny("30b", "changes the bucket's policy", "s3:PutBucketPolicy", bucket, ["denials"]),
    deny("30c", "opens the bucket", "s3:PutBucketAcl", bucket, ["denials"]),
    deny("31b", "changes the key's policy", "kms:PutKeyPolicy", key, ["denials"]),
  ];
}

/** What C may read, E may too: the boundary is the domain's. */
function importCases(scenario: Scenario): MatrixCase[] {
  const { site, domain, product, major } = scenario.consumer.of;
  const targets = new Targets(scenario);
  const { deny } = named(actorsOf(scenario).E);

  return [
    // The boundary would let it, the bucket names apps.
    deny("29b", "reads what only its domain's other app may", "s3:GetObject", {
      ...targets.object(site, domain, product, major),
    }),
    deny(
      "29c",
      "decrypts what only its domain's other app may",
      "kms:Decrypt",
      targets.key(site, domain),
      [],
      {
        ...throughS3(site),
      },
    ),
  ];
}

function operationCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, consumer } = scenario;
  const targets = new Targets(scenario);
  const metrics = { arn: "*" };
  const namespace = (value: string) => ({ "cloudwatch:namespace": value });
  const { allow, deny } = named(actorsOf(scenario).E);

  return [
    allow(
      "45",
      "connects as an app of its domain",
      "rds-db:connect",
      targets.login(appLoginName(domain, "x")),
    ),
    deny("45d", "connects as a neighbour's owner", "rds-db:connect", targets.login(ownerRoleName(neighbour))),
    deny(
      "45e",
      "connects as the server's admin",
      "rds-db:connect",
      targets.login(environment.postgres.adminUser),
    ),
    allow("46", "reads a secret of its domain", "secretsmanager:GetSecretValue", targets.secret(domain, "x")),
    deny(
      "46e",
      "reads a secret of another domain",
      "secretsmanager:GetSecretValue",
      targets.secret(consumer.of.domain, "x"),
    ),
    deny(
      "46f",
      "reads a secret of a neighbour",
      "secretsmanager:GetSecretValue",
      targets.secret(neighbour, "x"),
    ),
    deny("46g", "shares a secret", "secretsmanager:PutResourcePolicy", targets.secret(domain, "x"), [
      "denials",
    ]),
    allow(
      "47",
      "writes its domain's metrics",
      "cloudwatch:PutMetricData",
      metrics,
      namespace(metricNamespace(domain)),
    ),
    deny("47d", "writes Kafka's metrics", "cloudwatch:PutMetricData", metrics, [], namespace("AWS/Kafka")),
    allow("47e", "writes its domain's log", "logs:CreateLogStream", targets.logStream(domain)),
    deny("47f", "writes a neighbour's log", "logs:CreateLogStream", targets.logStream(neighbour)),
    allow("47g", "publishes an alert of its domain", "sns:Publish", targets.alerts(domain)),
    deny("47h", "publishes an alert of a neighbour", "sns:Publish", targets.alerts(neighbour)),
    deny("47i", "opens its domain's alerts", "sns:AddPermission", targets.alerts(domain), ["denials"]),
  ];
}

function iamCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain } = scenario;
  const { site } = environment;
  const role = { arn: roleArn(site, appRolePath(site, domain), "new") };
  const bounded = { "iam:PermissionsBoundary": boundaryPolicyArn(site, domain, "app") };
  const { deny } = named(actorsOf(scenario).E);

  return [
    deny("48", "creates a role, even a bounded one", "iam:CreateRole", role, ["denials"], bounded),
    deny(
      "49",
      "becomes another app",
      "sts:AssumeRole",
      { arn: appRoleArn(site, domain, scenario.producer.app) },
      ["denials"],
    ),
  ];
}
