import type { WrittenRow } from "../rows/row";
import { allow, policyOf } from "./documents";
import { TAINTED, writtenOf } from "./written-of";

const rolePolicy = writtenOf("aws_iam_role_policy", {
  role: "joe",
  name: "read",
  policy: policyOf(allow("s3:GetObject")),
});

const userPolicy = writtenOf("aws_iam_user_policy", {
  user: "joe",
  name: "read",
  policy: policyOf(allow("s3:GetObject")),
});

const groupPolicy = writtenOf("aws_iam_group_policy", {
  group: "joe",
  name: "read",
  policy: policyOf(allow("s3:GetObject")),
});

const userAttachment = writtenOf("aws_iam_user_policy_attachment", { user: "joe", policy_arn: "arn:p" });

const groupAttachment = writtenOf("aws_iam_group_policy_attachment", { group: "joe", policy_arn: "arn:p" });

const attachments = writtenOf("aws_iam_policy_attachment", {
  name: "all",
  roles: ["reader"],
  policy_arn: "arn:p",
});

/** Ways of giving policies that the mesh does not use. */
export const OTHER_IAM: readonly WrittenRow[] = [
  rolePolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_role_policy/deleted: policy `read` of role `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  rolePolicy(
    "its name changes",
    [{}, { name: "other" }],
    ["name"],
    "interruption aws_iam_role_policy/name: policy `read` of role `joe` is deleted and made anew: what it allows is refused in between (`name` `read` → `other`)",
  ),
  rolePolicy(
    "its name_prefix changes",
    [{}, { name_prefix: "made-up" }],
    ["name_prefix"],
    "interruption aws_iam_role_policy/name_prefix: policy `read` of role `joe` is deleted and made anew: what it allows is refused in between (`name_prefix` `(none)` → `made-up`)",
  ),
  rolePolicy(
    "its role changes",
    [{}, { role: "ann" }],
    ["role"],
    "access aws_iam_role_policy/access: who may do what by `aws_iam_role_policy.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_role_policy/role: policy `read` of role `joe` is deleted and made anew: what it allows is refused in between (`role` `joe` → `ann`)",
  ),
  rolePolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_role_policy/replaced: policy `read` of role `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  rolePolicy(
    "it allows more",
    [{}, { policy: policyOf(allow(["s3:GetObject", "s3:PutObject"])) }],
    [],
    "access aws_iam_role_policy/access: role `joe` may `s3:PutObject` on `*`",
  ),
  rolePolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("s3:GetObject"), Sid: "Other" }) }],
    [],
    "none aws_iam_role_policy/policy-same: `aws_iam_role_policy.it` is written otherwise, and says the same",
  ),
  userPolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_user_policy/deleted: policy `read` of user `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  userPolicy(
    "its name changes",
    [{}, { name: "other" }],
    ["name"],
    "interruption aws_iam_user_policy/name: policy `read` of user `joe` is deleted and made anew: what it allows is refused in between (`name` `read` → `other`)",
  ),
  userPolicy(
    "its name_prefix changes",
    [{}, { name_prefix: "made-up" }],
    ["name_prefix"],
    "interruption aws_iam_user_policy/name_prefix: policy `read` of user `joe` is deleted and made anew: what it allows is refused in between (`name_prefix` `(none)` → `made-up`)",
  ),
  userPolicy(
    "its user changes",
    [{}, { user: "ann" }],
    ["user"],
    "access aws_iam_user_policy/access: who may do what by `aws_iam_user_policy.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_user_policy/user: policy `read` of user `joe` is deleted and made anew: what it allows is refused in between (`user` `joe` → `ann`)",
  ),
  userPolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_user_policy/replaced: policy `read` of user `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  userPolicy(
    "it allows more",
    [{}, { policy: policyOf(allow(["s3:GetObject", "s3:PutObject"])) }],
    [],
    "access aws_iam_user_policy/access: user `joe` may `s3:PutObject` on `*`",
  ),
  userPolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("s3:GetObject"), Sid: "Other" }) }],
    [],
    "none aws_iam_user_policy/policy-same: `aws_iam_user_policy.it` is written otherwise, and says the same",
  ),
  groupPolicy(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_group_policy/deleted: policy `read` of group `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  groupPolicy(
    "its name changes",
    [{}, { name: "other" }],
    ["name"],
    "interruption aws_iam_group_policy/name: policy `read` of group `joe` is deleted and made anew: what it allows is refused in between (`name` `read` → `other`)",
  ),
  groupPolicy(
    "its name_prefix changes",
    [{}, { name_prefix: "made-up" }],
    ["name_prefix"],
    "interruption aws_iam_group_policy/name_prefix: policy `read` of group `joe` is deleted and made anew: what it allows is refused in between (`name_prefix` `(none)` → `made-up`)",
  ),
  groupPolicy(
    "its group changes",
    [{}, { group: "ann" }],
    ["group"],
    "access aws_iam_group_policy/access: who may do what by `aws_iam_group_policy.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_group_policy/group: policy `read` of group `joe` is deleted and made anew: what it allows is refused in between (`group` `joe` → `ann`)",
  ),
  groupPolicy(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_group_policy/replaced: policy `read` of group `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  groupPolicy(
    "it allows more",
    [{}, { policy: policyOf(allow(["s3:GetObject", "s3:PutObject"])) }],
    [],
    "access aws_iam_group_policy/access: group `joe` may `s3:PutObject` on `*`",
  ),
  groupPolicy(
    "it is written otherwise",
    [{}, { policy: policyOf({ ...allow("s3:GetObject"), Sid: "Other" }) }],
    [],
    "none aws_iam_group_policy/policy-same: `aws_iam_group_policy.it` is written otherwise, and says the same",
  ),
  userAttachment(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_user_policy_attachment/access: user `joe` has policy `arn:p`",
  ),
  userAttachment(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_user_policy_attachment/deleted: the attachment of policy `arn:p` to user `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  userAttachment(
    "its user changes",
    [{}, { user: "ann" }],
    ["user"],
    "access aws_iam_user_policy_attachment/access: who may do what by `aws_iam_user_policy_attachment.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_user_policy_attachment/user: the attachment of policy `arn:p` to user `joe` is deleted and made anew: what it allows is refused in between (`user` `joe` → `ann`)",
  ),
  userAttachment(
    "its policy_arn changes",
    [{}, { policy_arn: "arn:q" }],
    ["policy_arn"],
    "access aws_iam_user_policy_attachment/access: who may do what by `aws_iam_user_policy_attachment.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_user_policy_attachment/policy_arn: the attachment of policy `arn:p` to user `joe` is deleted and made anew: what it allows is refused in between (`policy_arn` `arn:p` → `arn:q`)",
  ),
  userAttachment(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_user_policy_attachment/replaced: the attachment of policy `arn:p` to user `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  groupAttachment(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_group_policy_attachment/access: group `joe` has policy `arn:p`",
  ),
  groupAttachment(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_group_policy_attachment/deleted: the attachment of policy `arn:p` to group `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  groupAttachment(
    "its group changes",
    [{}, { group: "ann" }],
    ["group"],
    "access aws_iam_group_policy_attachment/access: who may do what by `aws_iam_group_policy_attachment.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_group_policy_attachment/group: the attachment of policy `arn:p` to group `joe` is deleted and made anew: what it allows is refused in between (`group` `joe` → `ann`)",
  ),
  groupAttachment(
    "its policy_arn changes",
    [{}, { policy_arn: "arn:q" }],
    ["policy_arn"],
    "access aws_iam_group_policy_attachment/access: who may do what by `aws_iam_group_policy_attachment.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_group_policy_attachment/policy_arn: the attachment of policy `arn:p` to group `joe` is deleted and made anew: what it allows is refused in between (`policy_arn` `arn:p` → `arn:q`)",
  ),
  groupAttachment(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_group_policy_attachment/replaced: the attachment of policy `arn:p` to group `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  attachments(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_policy_attachment/deleted: every attachment of policy `arn:p` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  attachments(
    "its name changes",
    [{}, { name: "others" }],
    ["name"],
    "interruption aws_iam_policy_attachment/name: every attachment of policy `arn:p` is deleted and made anew: what it allows is refused in between (`name` `all` → `others`)",
  ),
  attachments(
    "its policy_arn changes",
    [{}, { policy_arn: "arn:q" }],
    ["policy_arn"],
    "access aws_iam_policy_attachment/access: who may do what by `aws_iam_policy_attachment.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_policy_attachment/policy_arn: every attachment of policy `arn:p` is deleted and made anew: what it allows is refused in between (`policy_arn` `arn:p` → `arn:q`)",
  ),
  attachments(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_policy_attachment/replaced: every attachment of policy `arn:p` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  attachments(
    "another role has it",
    [{}, { roles: ["reader", "writer"] }],
    [],
    "access aws_iam_policy_attachment/access: role `writer` has policy `arn:p`",
  ),
];
