import {
  adminRoleArn,
  appLoginName,
  appRolePath,
  appRoleArn,
  boundaryPolicyArn,
  deployRoleArn,
  DOMAIN_TAG,
  GUARD_PATH,
  metricNamespace,
  ownerRoleName,
  policyArn,
  roleArn,
  type Site,
} from "../../../../src/names";
import { named, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets } from "./targets";

/** 29–45: what administrators with `Allow *` can do inside their boundary. */
export function adminCases(scenario: Scenario): MatrixCase[] {
  return [
    ...dataCases(scenario),
    ...definingCases(scenario),
    ...guardCases(scenario),
    ...usingCases(scenario),
  ];
}

const bound = (arn: string) => ({ "iam:PermissionsBoundary": arn });

const rolesOf = (site: Site, domain: string) => ({
  own: { arn: roleArn(site, appRolePath(site, domain), "x") },
  self: { arn: adminRoleArn(site, domain) },
  deploy: { arn: deployRoleArn(site, domain) },
});

function dataCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour, producer, consumer } = scenario;
  const { site } = environment;
  const { of } = consumer;
  const targets = new Targets(scenario);
  const own = targets.object(site, domain, producer.product, producer.major);
  const bucket = targets.bucket(site, domain);
  const key = targets.key(site, domain);
  const { allow, deny } = named(actorsOf(scenario).A);

  return [
    deny(
      "29",
      "reads another domain's data",
      "s3:GetObject",
      targets.object(of.site, of.domain, of.product, of.major),
      ["boundary", "resource"],
    ),
    allow("29d", "reads its domain's data", "s3:GetObject", own),
    allow("29e", "decrypts its domain's data", "kms:Decrypt", key),
    allow("29f", "connects to Kafka", "kafka-cluster:Connect", targets.cluster()),
    allow(
      "29g",
      "reads its domain's topic",
      "kafka-cluster:ReadData",
      targets.topic(domain, producer.product, producer.major),
    ),
    deny(
      "29h",
      "reads another domain's topic",
      "kafka-cluster:ReadData",
      targets.topic(of.domain, of.product, of.major),
    ),
    deny("30", "changes its bucket's policy", "s3:PutBucketPolicy", bucket, ["denials"]),
    deny("31", "changes its key's policy", "kms:PutKeyPolicy", key, ["denials"]),
    deny("31c", "grants on its key", "kms:CreateGrant", key, ["denials"]),
    allow("45f", "connects as its domain's app", "rds-db:connect", targets.login(appLoginName(domain, "x"))),
    deny("45g", "connects as a neighbour's owner", "rds-db:connect", targets.login(ownerRoleName(neighbour))),
    allow("46h", "reads its domain's secret", "secretsmanager:GetSecretValue", targets.secret(domain, "x")),
    allow("47j", "writes its domain's log", "logs:CreateLogStream", targets.logStream(domain)),
    allow(
      "47k",
      "writes its domain's metrics",
      "cloudwatch:PutMetricData",
      { arn: "*" },
      {
        "cloudwatch:namespace": metricNamespace(domain),
      },
    ),
    allow("47l", "publishes an alert", "sns:Publish", targets.alerts(domain)),
  ];
}

function definingCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, consumer } = scenario;
  const { site } = environment;
  const app = boundaryPolicyArn(site, domain, "app");
  const { own, self, deploy } = rolesOf(site, domain);
  const foreign = { arn: roleArn(site, appRolePath(site, consumer.of.domain), "x") };
  const administrator = { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" };
  const { allow, deny } = named(actorsOf(scenario).A);

  return [
    allow("32", "creates an app role with the app boundary", "iam:CreateRole", own, bound(app)),
    deny("33", "creates an app role without a boundary", "iam:CreateRole", own, ["boundary", "denials"]),
    deny(
      "34",
      "creates an app role with another boundary",
      "iam:CreateRole",
      own,
      ["boundary", "denials"],
      bound(boundaryPolicyArn(site, domain, "admin")),
    ),
    deny(
      "35",
      "creates a role of another domain",
      "iam:CreateRole",
      foreign,
      ["boundary", "denials"],
      bound(app),
    ),
    allow("36", "attaches AdministratorAccess to a bounded role", "iam:AttachRolePolicy", own, {
      ...bound(app),
      ...administrator,
    }),
    deny("36b", "attaches it to an unbounded role", "iam:AttachRolePolicy", own, ["denials"], administrator),
    deny("36c", "attaches it to itself", "iam:AttachRolePolicy", self, ["denials"], {
      ...bound(app),
      ...administrator,
    }),
    allow("39", "changes whom an app trusts", "iam:UpdateAssumeRolePolicy", own),
    deny("39b", "changes who is an administrator", "iam:UpdateAssumeRolePolicy", self, ["denials"]),
    deny("39c", "changes who deploys", "iam:UpdateAssumeRolePolicy", deploy, ["denials"]),
    allow("43", "tags an app role", "iam:TagRole", own, {
      "aws:TagKeys": ["team"],
      "aws:RequestTag/team": "x",
    }),
    deny("43b", "gives an app role to another domain by tag", "iam:TagRole", own, ["denials"], {
      "aws:TagKeys": [DOMAIN_TAG],
      [`aws:RequestTag/${DOMAIN_TAG}`]: consumer.of.domain,
    }),
  ];
}

function guardCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain } = scenario;
  const { site } = environment;
  const app = boundaryPolicyArn(site, domain, "app");
  const { own, self } = rolesOf(site, domain);
  const guard = { arn: policyArn(site, GUARD_PATH, "any") };
  const user = { arn: `arn:aws:iam::${site.account}:user/back-door` };
  const { deny } = named(actorsOf(scenario).A);

  return [
    deny(
      "37",
      "frees a role of its boundary",
      "iam:DeleteRolePermissionsBoundary",
      own,
      ["denials"],
      bound(app),
    ),
    deny(
      "38",
      "gives itself another boundary",
      "iam:PutRolePermissionsBoundary",
      self,
      ["denials"],
      bound(app),
    ),
    deny("40", "rewrites a boundary", "iam:CreatePolicyVersion", guard, ["denials"]),
    deny("40b", "switches a boundary back", "iam:SetDefaultPolicyVersion", guard, ["denials"]),
    deny("42", "creates a user", "iam:CreateUser", user, ["denials"]),
    deny("42b", "creates an access key", "iam:CreateAccessKey", user, ["denials"]),
    deny("42c", "writes a user's policy", "iam:PutUserPolicy", user, ["denials"]),
  ];
}

function usingCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, consumer, producer } = scenario;
  const { site } = environment;
  const { own } = rolesOf(site, domain);
  const foreign = { arn: appRoleArn(site, consumer.of.domain, "x") };
  const to = (service: string) => ({ "iam:PassedToService": `${service}.amazonaws.com` });
  const { allow, deny } = named(actorsOf(scenario).A);

  return [
    allow("41", "passes an app role to lambda", "iam:PassRole", own, to("lambda")),
    deny("41b", "passes an app role to ec2", "iam:PassRole", own, ["boundary"], to("ec2")),
    deny(
      "41c",
      "passes a role of another domain",
      "iam:PassRole",
      foreign,
      ["boundary", "denials"],
      to("lambda"),
    ),
    allow("44", "becomes an app", "sts:AssumeRole", { arn: appRoleArn(site, domain, producer.app) }),
    deny("44b", "becomes an app of another domain", "sts:AssumeRole", foreign, ["boundary", "denials"]),
    allow("44c", "reads an app role", "iam:GetRole", own),
    allow("44d", "lists policies", "iam:ListPolicies", { arn: "*" }),
  ];
}
