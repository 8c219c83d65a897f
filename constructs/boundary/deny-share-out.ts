import type { PolicyStatement } from "../policy";

/** Handing the domain's data to others is the deploy role's alone, where a review comes first. */
export const DENY_SHARE_OUT: PolicyStatement = {
  Sid: "DenyShareOut",
  Effect: "Deny",
  Action: [
    "glue:PutResourcePolicy",
    "kafka:BatchAssociateScramSecret",
    "kafka:PutClusterPolicy",
    "kms:CreateGrant",
    "kms:DisableKey",
    "kms:PutKeyPolicy",
    "kms:ScheduleKeyDeletion",
    "lakeformation:*",
    "organizations:*",
    "s3:*AccessPoint*",
    "s3:*Acl",
    "s3:*BucketPolicy",
    "s3:*PublicAccessBlock",
    "s3:BypassGovernanceRetention",
    "secretsmanager:PutResourcePolicy",
    "sns:AddPermission",
    "sns:SetTopicAttributes",
  ],
  Resource: "*",
};
