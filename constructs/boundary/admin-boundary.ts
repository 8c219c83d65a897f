import { appRolePath, DOMAIN_TAG, ENVIRONMENT_TAG, roleArn } from "../../src/names";
import { APP_SERVICES, type DomainScope } from "../access";
import { policyDocument, type PolicyDocument, type PolicyStatement } from "../policy";
import { DENY_SHARE_OUT } from "./deny-share-out";
import { ownStatements } from "./own-statements";
import { roleGuards } from "./role-guards";

/** A new tag would be a new domain to every policy that reads tags. */
const DENY_RETAG: PolicyStatement = {
  Sid: "DenyRetag",
  Effect: "Deny",
  Action: ["iam:TagRole", "iam:UntagRole"],
  Resource: "*",
  Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": [DOMAIN_TAG, ENVIRONMENT_TAG] } },
};

/**
 * What the administrators of a domain can ever do: the domain's own data, and roles below the domain's app path as long
 * as these have the app boundary. They import nothing: what others share is shared with apps, for a purpose.
 */
export function adminBoundary(scope: DomainScope): PolicyDocument {
  return policyDocument([
    ...ownStatements(scope),
    ...roleStatements(scope),
    ...roleGuards(scope),
    DENY_RETAG,
    DENY_SHARE_OUT,
  ]);
}

function roleStatements({ site, domain }: DomainScope): PolicyStatement[] {
  const ownRoles = roleArn(site, appRolePath(site, domain), "*");
  return [
    { Sid: "IamRead", Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: "*" },
    {
      Sid: "IamOwn",
      Effect: "Allow",
      Action: [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:TagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      Resource: ownRoles,
    },
    {
      Sid: "PassOwn",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: ownRoles,
      Condition: { StringEquals: { "iam:PassedToService": APP_SERVICES } },
    },
    { Sid: "AssumeOwn", Effect: "Allow", Action: "sts:AssumeRole", Resource: ownRoles },
  ];
}
