import {
  adminRoleArn,
  appRoleArn,
  appRolePath,
  boundaryPolicyArn,
  deployRoleArn,
  DOMAIN_TAG,
  policyArn,
  roleArn,
} from "../../../../src/names";
import { named, type Layer, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";

const ALL: readonly Layer[] = ["identity", "boundary", "denials"];

/** D6: what the domain's CI can do with roles and policies. */
export function deployRoleCases(scenario: Scenario): MatrixCase[] {
  return [...roleCases(scenario), ...policyCases(scenario), ...principalCases(scenario)];
}

const bound = (arn: string) => ({ "iam:PermissionsBoundary": arn });

function roleCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour } = scenario;
  const { site } = environment;
  const app = boundaryPolicyArn(site, domain, "app");
  const own = { arn: roleArn(site, appRolePath(site, domain), "x") };
  const self = { arn: deployRoleArn(site, domain) };
  const admin = { arn: adminRoleArn(site, domain) };
  const foreign = { arn: appRoleArn(site, neighbour, "x") };
  const tag = (value: string) => ({ "aws:TagKeys": [DOMAIN_TAG], [`aws:RequestTag/${DOMAIN_TAG}`]: value });
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D6", "creates an app role with the app boundary", "iam:CreateRole", own, bound(app)),
    deny("D6b", "creates one without a boundary", "iam:CreateRole", own, ["boundary", "denials"]),
    deny(
      "D6c",
      "creates one with its own boundary",
      "iam:CreateRole",
      own,
      ["boundary", "denials"],
      bound(boundaryPolicyArn(site, domain, "deploy")),
    ),
    deny("D6d", "creates a role of a neighbour", "iam:CreateRole", foreign, ALL, bound(app)),
    deny("D6e", "changes who deploys", "iam:UpdateAssumeRolePolicy", self, ALL),
    deny("D6f", "changes who is an administrator", "iam:UpdateAssumeRolePolicy", admin, ALL),
    allow("D6g", "changes whom an app trusts", "iam:UpdateAssumeRolePolicy", own),
    deny("D6h", "frees a role of its boundary", "iam:DeleteRolePermissionsBoundary", own, ALL, bound(app)),
    allow("D6i", "gives a role its boundary back", "iam:PutRolePermissionsBoundary", own, bound(app)),
    deny("D6j", "gives a role another boundary", "iam:PutRolePermissionsBoundary", own, [
      "boundary",
      "denials",
    ]),
    deny("D6k", "writes an inline policy", "iam:PutRolePolicy", own, ["identity"], bound(app)),
    deny("D6l", "becomes an app of a neighbour", "sts:AssumeRole", foreign, ALL),
    deny("D6m", "becomes an app of its domain", "sts:AssumeRole", own, ["identity", "boundary"]),
    deny("D6n", "passes an app role", "iam:PassRole", own, ["identity"], {
      "iam:PassedToService": "lambda.amazonaws.com",
    }),
    allow("D6o", "tags a role as its domain's", "iam:TagRole", own, tag(domain)),
    deny("D6p", "tags a role as a neighbour's", "iam:TagRole", own, ["boundary", "denials"], tag(neighbour)),
    deny("D6q", "removes the tag of its domain", "iam:UntagRole", own, ["boundary", "denials"], {
      "aws:TagKeys": [DOMAIN_TAG],
    }),
  ];
}

function policyCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, neighbour } = scenario;
  const { site } = environment;
  const app = boundaryPolicyArn(site, domain, "app");
  const role = { arn: roleArn(site, appRolePath(site, domain), "x") };
  const own = policyArn(site, appRolePath(site, domain), "x");
  const foreign = { arn: policyArn(site, appRolePath(site, neighbour), "x") };
  const attaching = (arn: string) => ({ ...bound(app), "iam:PolicyARN": arn });
  const { allow, deny } = named(actorsOf(scenario).D);

  return [
    allow("D7", "creates an app policy", "iam:CreatePolicy", { arn: own }),
    allow("D7b", "changes an app policy", "iam:CreatePolicyVersion", { arn: own }),
    allow("D7c", "attaches an app policy", "iam:AttachRolePolicy", role, attaching(own)),
    deny(
      "D7d",
      "attaches AdministratorAccess",
      "iam:AttachRolePolicy",
      role,
      ["identity"],
      attaching("arn:aws:iam::aws:policy/AdministratorAccess"),
    ),
    deny("D7e", "creates a neighbour's policy", "iam:CreatePolicy", foreign, ["identity", "boundary"]),
    deny("D7f", "rewrites the app boundary", "iam:CreatePolicyVersion", { arn: app }, ALL),
    deny(
      "D7g",
      "deletes its own boundary",
      "iam:DeletePolicy",
      { arn: boundaryPolicyArn(site, domain, "deploy") },
      ALL,
    ),
  ];
}

function principalCases(scenario: Scenario): MatrixCase[] {
  const { account } = scenario.environment.site;
  const user = { arn: `arn:aws:iam::${account}:user/back-door` };
  const provider = { arn: `arn:aws:iam::${account}:oidc-provider/example.com` };
  const { deny } = named(actorsOf(scenario).D);

  return [
    deny("D8", "creates a user", "iam:CreateUser", user, ALL),
    deny("D8b", "creates an access key", "iam:CreateAccessKey", user, ALL),
    deny("D8c", "trusts another CI", "iam:CreateOpenIDConnectProvider", provider, ALL),
  ];
}
