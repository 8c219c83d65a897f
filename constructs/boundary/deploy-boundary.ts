import {
  alarmArn,
  alarmPrefix,
  alertTopicArn,
  alertTopicName,
  appRolePath,
  bucketArn,
  bucketName,
  dashboardArn,
  dashboardName,
  DOMAIN_TAG,
  domainTopicPrefix,
  ENVIRONMENT_TAG,
  logGroupArn,
  logGroupPrefix,
  mskResourceArn,
  policyArn,
  roleArn,
  secretArn,
  secretPrefix,
} from "../../src/names";
import { iamClusterOf, type DomainScope } from "../access";
import { policyDocument, type PolicyDocument, type PolicyStatement } from "../policy";
import { deployConnectStatements } from "./deploy-backend-statements";
import { deployKeyStatements } from "./deploy-key-statements";
import { deployStateStatements, stateObjectArns } from "./deploy-state-statements";
import type { DeployTarget } from "./deploy-target";
import { roleGuards } from "./role-guards";

/**
 * What the CI of a domain can ever do. Its two policies together are larger than a boundary may be, so the boundary
 * says in one statement which resources are the domain's own and leaves the exact actions to the policies; then come
 * the denials that neither policy can undo. It ends at the door of Postgres: who connects there as the environment's
 * admin user, as the CI does by default, is held by nothing but that user's own rights.
 */
export function deployBoundary(scope: DomainScope, target: DeployTarget): PolicyDocument {
  return policyDocument([
    ownResources(scope),
    ...deployKeyStatements(scope),
    ...deployConnectStatements(scope, target),
    ...deployStateStatements(scope, target),
    ...roleGuards(scope),
    denyRetag(scope),
    ...dataGuards(scope, target),
  ]);
}

/** No action goes with a resource of another service, so one statement is as narrow as ten. */
function ownResources({ environment, site, domain }: DomainScope): PolicyStatement {
  const cluster = iamClusterOf(environment);
  const appPath = appRolePath(site, domain);
  return {
    Sid: "OwnResources",
    Effect: "Allow",
    Action: [
      "cloudwatch:*",
      "iam:*Polic*",
      "iam:*Role*",
      "kafka-cluster:*Topic*",
      "logs:*KmsKey",
      "logs:*LogGroup*",
      "logs:*Resource",
      "logs:*RetentionPolicy",
      "s3:*Bucket*",
      "s3:*Configuration",
      "s3:*Resource",
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "sns:*",
    ],
    Resource: [
      alarmArn(site, `${alarmPrefix(site, domain)}*`),
      alertTopicArn(site, alertTopicName(site, domain)),
      bucketArn(site, bucketName(site, domain)),
      dashboardArn(site, dashboardName(site, domain)),
      logGroupArn(site, `${logGroupPrefix(site, domain)}*`),
      policyArn(site, appPath, "*"),
      roleArn(site, appPath, "*"),
      secretArn(site, secretPrefix(site, domain)),
      ...(cluster === undefined ? [] : [mskResourceArn(cluster, "topic", `${domainTopicPrefix(domain)}*`)]),
    ],
  };
}

/** It may tag what it creates, as the domain's own and nobody else's. */
function denyRetag({ domain }: DomainScope): PolicyStatement {
  return {
    Sid: "DenyRetag",
    Effect: "Deny",
    Action: ["iam:*agPolicy", "iam:*agRole", "kms:*agResource"],
    Resource: "*",
    Condition: {
      "ForAnyValue:StringEquals": { "aws:TagKeys": [DOMAIN_TAG, ENVIRONMENT_TAG] },
      StringNotEquals: { [`aws:RequestTag/${DOMAIN_TAG}`]: domain },
    },
  };
}

/**
 * It may change who reads the data, so it must not be able to name itself: it sees no objects and no records in any
 * domain. Nothing here holds in Postgres, where it is the environment's admin user unless `databaseUser` says otherwise,
 * and as mighty there as that user is, in every domain's schemas.
 */
function dataGuards(scope: DomainScope, { stateBucket }: DeployTarget): PolicyStatement[] {
  const objects = {
    Sid: "DenyObjects",
    Effect: "Deny",
    Action: ["s3:*Object", "s3:*ObjectVersion"],
  } as const;
  return [
    stateBucket === undefined
      ? { ...objects, Resource: "*" }
      : { ...objects, NotResource: stateObjectArns(scope, stateBucket) },
    {
      Sid: "DenyRecords",
      Effect: "Deny",
      Action: ["kafka-cluster:ReadData", "kafka-cluster:WriteData", "kms:CreateGrant"],
      Resource: "*",
    },
  ];
}
