import { appRolePath, policyArn, roleArn } from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";

/** The domain's app roles and their policies. That each has the app boundary is the guards' doing. */
export function deployRoleStatements({ site, domain }: DomainScope): PolicyStatement[] {
  const path = appRolePath(site, domain);
  const ownPolicies = policyArn(site, path, "*");

  return [
    {
      Sid: "OwnRoles",
      Effect: "Allow",
      Action: [
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:GetRole",
        "iam:List*Role*",
        "iam:PutRolePermissionsBoundary",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole*",
      ],
      Resource: roleArn(site, path, "*"),
    },
    {
      Sid: "AttachOwn",
      Effect: "Allow",
      Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      Resource: roleArn(site, path, "*"),
      Condition: { ArnLike: { "iam:PolicyARN": ownPolicies } },
    },
    {
      Sid: "OwnPolicies",
      Effect: "Allow",
      Action: [
        "iam:CreatePolicy*",
        "iam:DeletePolicy*",
        "iam:GetPolicy*",
        "iam:ListPolicy*",
        "iam:TagPolicy",
        "iam:UntagPolicy",
      ],
      Resource: ownPolicies,
    },
  ];
}
