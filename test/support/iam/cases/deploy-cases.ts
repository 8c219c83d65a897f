import {
  alarmArn,
  alarmPrefix,
  anyKeyArn,
  bucketArn,
  dashboardArn,
  dashboardName,
  DOMAIN_TAG,
  ENVIRONMENT_TAG,
  keyAlias,
  keyAliasArn,
  logGroupArn,
  logGroupName,
  objectArn,
  ownerRoleName,
  boundaryStackName,
  domainStackName,
  stateKey,
  stateLockKey,
} from "../../../../src/names";
import { named, type Layer, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

const BOTH: readonly Layer[] = ["identity", "boundary"];
/** The boundary's denials hold too, whatever is allowed beside them. */
const ALL: readonly Layer[] = [...BOTH, "denials"];

/** D: what the domain's CI can do, beside roles. */
export function deployResourceCases(scenario: Scenario): MatrixCase[] {
  return [
    ...bucketCases(scenario),
    ...keyCases(scenario),
    ...kafkaCases(scenario),
    ...watchCases(scenario),
    ...stateCases(scenario),
  ];
}

function bucketCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, consumer, producer } = scenario;
  const { site } = environment;
  const targets = new Targets(scenario);
  const own = targets.bucket(site, domain);
  const object = targets.object(site, domain, producer.product, producer.major);
  const { of } = consumer;
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    ...["CreateBucket", "PutBucketPolicy", "PutLifecycleConfiguration", "DeleteBucket"].map((action) =>
      allow(`D1.${action}`, "manages its domain's bucket", `s3:${action}`, own),
    ),
    // A denial of objects must not take this with it: Terraform reads it of every bucket.
    allow("D1b", "reads the bucket's lock settings", "s3:GetBucketObjectLockConfiguration", own),
    deny(
      "D1c",
      "changes a neighbour's bucket policy",
      "s3:PutBucketPolicy",
      targets.bucket(site, neighbour),
      BOTH,
    ),
    deny(
      "D1d",
      "changes another domain's bucket policy",
      "s3:PutBucketPolicy",
      targets.bucket(of.site, of.domain),
      [...BOTH, "resource"],
    ),
    deny("D1e", "reads its domain's data", "s3:GetObject", object, ALL),
    deny("D1f", "writes its domain's data", "s3:PutObject", object, ALL),
    deny("D1g", "deletes its domain's data", "s3:DeleteObjectVersion", object, ALL),
  ];
}

function keyCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, consumer } = scenario;
  const { site } = environment;
  const targets = new Targets(scenario);
  const own = targets.key(site, domain);
  const foreign = targets.key(consumer.of.site, consumer.of.domain);
  const unnamed = {
    ...own,
    context: {},
    arn: anyKeyArn(site).replace("*", "0f0c8a52-1c1e-4b7e-9b6c-0d7a2f1b5e9d"),
  };
  const aliasOf = (of: string) => ({ arn: keyAliasArn(site, keyAlias(site, of)) });
  const tags = (of: string) => ({
    "aws:TagKeys": [DOMAIN_TAG, ENVIRONMENT_TAG],
    [`aws:RequestTag/${DOMAIN_TAG}`]: of,
    [`aws:RequestTag/${ENVIRONMENT_TAG}`]: site.environment,
  });
  const throughSecrets = { "kms:ViaService": `secretsmanager.${site.region}.amazonaws.com` };
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D2", "creates its domain's key", "kms:CreateKey", { arn: "*" }, tags(domain)),
    deny("D2b", "creates another domain's key", "kms:CreateKey", { arn: "*" }, BOTH, tags(neighbour)),
    allow("D2c", "tags the key it creates", "kms:TagResource", unnamed, tags(domain)),
    deny("D2d", "takes a key over by tagging it", "kms:TagResource", foreign, BOTH, tags(domain)),
    deny(
      "D2e",
      "gives its key away by tag",
      "kms:TagResource",
      own,
      ["boundary", "denials"],
      tags(neighbour),
    ),
    ...["PutKeyPolicy", "EnableKeyRotation", "CreateAlias", "ScheduleKeyDeletion"].map((action) =>
      allow(`D2.${action}`, "manages its domain's key", `kms:${action}`, own),
    ),
    deny("D2f", "changes another domain's key policy", "kms:PutKeyPolicy", foreign, BOTH),
    deny("D2g", "gives its alias to another domain's key", "kms:CreateAlias", foreign, BOTH),
    allow("D2h", "creates its domain's alias", "kms:CreateAlias", aliasOf(domain)),
    deny("D2i", "takes a neighbour's alias", "kms:UpdateAlias", aliasOf(neighbour), BOTH),
    allow("D2j", "reads aliases", "kms:ListAliases", { arn: "*" }),
    allow("D2k", "decrypts its domain's secrets", "kms:Decrypt", own, throughSecrets),
    deny("D2l", "decrypts its domain's data", "kms:Decrypt", own, BOTH, throughS3(site)),
    deny("D2m", "grants on its domain's key", "kms:CreateGrant", own, ALL),
  ];
}

function kafkaCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, producer } = scenario;
  const { product, major } = producer;
  const targets = new Targets(scenario);
  const own = targets.topic(domain, product, major);
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D3", "connects to Kafka", "kafka-cluster:Connect", targets.cluster()),
    allow("D3b", "creates its domain's topic", "kafka-cluster:CreateTopic", own),
    allow("D3c", "alters its settings", "kafka-cluster:AlterTopicDynamicConfiguration", own),
    deny(
      "D3d",
      "deletes a neighbour's topic",
      "kafka-cluster:DeleteTopic",
      targets.topic(neighbour, product, 1),
      BOTH,
    ),
    deny("D3e", "reads its domain's topic", "kafka-cluster:ReadData", own, ALL),
    deny("D3f", "writes its domain's topic", "kafka-cluster:WriteData", own, ALL),
    deny("D3g", "alters the cluster", "kafka-cluster:AlterCluster", targets.cluster(), BOTH),
    allow("D3h", "connects to Postgres", "rds-db:connect", targets.login(environment.postgres.adminUser)),
    deny(
      "D3i",
      "connects as a neighbour's owner",
      "rds-db:connect",
      targets.login(ownerRoleName(neighbour)),
      BOTH,
    ),
    allow("D3j", "reads its domain's secret", "secretsmanager:GetSecretValue", targets.secret(domain, "x")),
    deny(
      "D3k",
      "reads a neighbour's secret",
      "secretsmanager:GetSecretValue",
      targets.secret(neighbour, "x"),
      BOTH,
    ),
  ];
}

function watchCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour } = scenario;
  const { site } = environment;
  const targets = new Targets(scenario);
  const alarm = (of: string) => ({ arn: alarmArn(site, `${alarmPrefix(site, of)}x.v1/freshness`) });
  const dashboard = (of: string) => ({ arn: dashboardArn(site, dashboardName(site, of)) });
  const logs = (of: string) => ({ arn: logGroupArn(site, logGroupName(site, of)) });
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D4", "creates its domain's alerts", "sns:CreateTopic", targets.alerts(domain)),
    allow("D4b", "sets who may publish", "sns:SetTopicAttributes", targets.alerts(domain)),
    deny("D4c", "deletes a neighbour's alerts", "sns:DeleteTopic", targets.alerts(neighbour), BOTH),
    allow("D4d", "puts its domain's alarm", "cloudwatch:PutMetricAlarm", alarm(domain)),
    deny("D4e", "deletes a neighbour's alarm", "cloudwatch:DeleteAlarms", alarm(neighbour), BOTH),
    allow("D4f", "puts its domain's dashboard", "cloudwatch:PutDashboard", dashboard(domain)),
    deny("D4g", "deletes a neighbour's dashboard", "cloudwatch:DeleteDashboards", dashboard(neighbour), BOTH),
    allow("D4h", "creates its domain's log group", "logs:CreateLogGroup", logs(domain)),
    deny("D4i", "deletes a neighbour's log group", "logs:DeleteLogGroup", logs(neighbour), BOTH),
    deny("D4j", "reads its domain's log", "logs:FilterLogEvents", logs(domain), BOTH),
    allow("D4k", "finds log groups", "logs:DescribeLogGroups", { arn: "*" }),
  ];
}

function stateCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, stateBucket } = scenario;
  const { site } = environment;
  const at = (key: string) => ({ arn: objectArn(site, stateBucket, key), account: site.account });
  const bucket = { arn: bucketArn(site, stateBucket), account: site.account };
  const own = stateKey(site.environment, domainStackName(domain));
  const lock = at(stateLockKey(site.environment, domainStackName(domain)));
  const others = [
    stateKey(site.environment, domainStackName(neighbour)),
    stateKey(site.environment, boundaryStackName(domain)),
    stateKey("other", domainStackName(domain)),
    `${own}.backup`,
  ];
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D5", "reads its state", "s3:GetObject", at(own)),
    allow("D5b", "writes its state", "s3:PutObject", at(own)),
    allow("D5c", "locks", "s3:PutObject", lock),
    allow("D5d", "unlocks", "s3:DeleteObject", lock),
    deny("D5e", "deletes its state", "s3:DeleteObject", at(own), BOTH),
    ...others.map((key) => deny(`D5.${key}`, `reads the state ${key}`, "s3:GetObject", at(key), ALL)),
    allow("D5f", "looks for its state", "s3:ListBucket", bucket, { "s3:prefix": own }),
    allow("D5g", "looks for workspaces", "s3:ListBucket", bucket, { "s3:prefix": "env:/" }),
    deny("D5h", "lists all states", "s3:ListBucket", bucket, BOTH, { "s3:prefix": "" }),
  ];
}
