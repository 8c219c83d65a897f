import { appRolePath, boundaryPolicyArn, GUARD_PATH, policyArn, roleArn } from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";

/**
 * What keeps an identity that may define roles from defining a stronger one than itself: used by the administrators'
 * boundary and by the deploy role's.
 */
export function roleGuards({ site, domain }: DomainScope): PolicyStatement[] {
  return [
    {
      // A missing key denies too. UpdateAssumeRolePolicy is left out: whether it has the key is documented both ways.
      Sid: "DenyNoBoundary",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      Resource: "*",
      Condition: {
        StringNotEquals: { "iam:PermissionsBoundary": boundaryPolicyArn(site, domain, "app") },
      },
    },
    {
      // Its own role is among the foreign ones. `iam:*Role` is PassRole too.
      Sid: "DenyForeignRoles",
      Effect: "Deny",
      Action: [
        "iam:*Role",
        "iam:*RolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:UpdateAssumeRolePolicy",
        "sts:AssumeRole",
      ],
      NotResource: roleArn(site, appRolePath(site, domain), "*"),
    },
    {
      Sid: "DenyUnbound",
      Effect: "Deny",
      Action: ["iam:Delete*PermissionsBoundary", "iam:PutUserPermissionsBoundary"],
      Resource: "*",
    },
    {
      Sid: "DenyGuard",
      Effect: "Deny",
      Action: [
        "iam:*agPolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy*",
        "iam:SetDefaultPolicyVersion",
      ],
      Resource: policyArn(site, GUARD_PATH, "*"),
    },
    {
      Sid: "DenyPrincipals",
      Effect: "Deny",
      Action: [
        "iam:*GroupPolicy",
        "iam:*LoginProfile",
        "iam:*OpenIDConnectProvider*",
        "iam:*SAMLProvider*",
        "iam:*UserPolicy",
        "iam:AddUserToGroup",
        "iam:CreateAccessKey",
        "iam:CreateUser",
      ],
      Resource: "*",
    },
  ];
}
