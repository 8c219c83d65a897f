import type { WrittenRow } from "../rows/row";
import { TAINTED, writtenOf } from "./written-of";

const roleAttachments = writtenOf("aws_iam_role_policy_attachments_exclusive", {
  role_name: "joe",
  policy_arns: ["arn:p"],
});

const rolePolicies = writtenOf("aws_iam_role_policies_exclusive", {
  role_name: "joe",
  policy_names: ["read"],
});

const userAttachments = writtenOf("aws_iam_user_policy_attachments_exclusive", {
  user_name: "joe",
  policy_arns: ["arn:p"],
});

const userPolicies = writtenOf("aws_iam_user_policies_exclusive", {
  user_name: "joe",
  policy_names: ["read"],
});

const groupAttachments = writtenOf("aws_iam_group_policy_attachments_exclusive", {
  group_name: "joe",
  policy_arns: ["arn:p"],
});

const groupPolicies = writtenOf("aws_iam_group_policies_exclusive", {
  group_name: "joe",
  policy_names: ["read"],
});

/** Types that take away whatever they do not list. */
export const EXCLUSIVE: readonly WrittenRow[] = [
  roleAttachments(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_role_policy_attachments_exclusive/created: the apply detaches every policy of role `joe` but `arn:p`",
  ),
  roleAttachments(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_role_policy_attachments_exclusive/deleted: the policies of role `joe` stay, and others may come beside them",
  ),
  roleAttachments(
    "its role_name changes",
    [{}, { role_name: "ann" }],
    ["role_name"],
    "access aws_iam_role_policy_attachments_exclusive/role_name: the apply detaches every policy of role `ann` but `arn:p` (`role_name` `joe` → `ann`)",
  ),
  roleAttachments(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_role_policy_attachments_exclusive/replaced: the apply detaches every policy of role `joe` but `arn:p` (it is marked as tainted)",
  ),
  roleAttachments(
    "the list changes",
    [{}, { policy_arns: [] }],
    [],
    "access aws_iam_role_policy_attachments_exclusive/list: the apply detaches every policy of role `joe` but `(none)`",
  ),
  rolePolicies(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_role_policies_exclusive/created: the apply deletes every policy of role `joe` but `read`",
  ),
  rolePolicies(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_role_policies_exclusive/deleted: the policies of role `joe` stay, and others may come beside them",
  ),
  rolePolicies(
    "its role_name changes",
    [{}, { role_name: "ann" }],
    ["role_name"],
    "access aws_iam_role_policies_exclusive/role_name: the apply deletes every policy of role `ann` but `read` (`role_name` `joe` → `ann`)",
  ),
  rolePolicies(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_role_policies_exclusive/replaced: the apply deletes every policy of role `joe` but `read` (it is marked as tainted)",
  ),
  rolePolicies(
    "the list changes",
    [{}, { policy_names: [] }],
    [],
    "access aws_iam_role_policies_exclusive/list: the apply deletes every policy of role `joe` but `(none)`",
  ),
  userAttachments(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_user_policy_attachments_exclusive/created: the apply detaches every policy of user `joe` but `arn:p`",
  ),
  userAttachments(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_user_policy_attachments_exclusive/deleted: the policies of user `joe` stay, and others may come beside them",
  ),
  userAttachments(
    "its user_name changes",
    [{}, { user_name: "ann" }],
    ["user_name"],
    "access aws_iam_user_policy_attachments_exclusive/user_name: the apply detaches every policy of user `ann` but `arn:p` (`user_name` `joe` → `ann`)",
  ),
  userAttachments(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_user_policy_attachments_exclusive/replaced: the apply detaches every policy of user `joe` but `arn:p` (it is marked as tainted)",
  ),
  userAttachments(
    "the list changes",
    [{}, { policy_arns: [] }],
    [],
    "access aws_iam_user_policy_attachments_exclusive/list: the apply detaches every policy of user `joe` but `(none)`",
  ),
  userPolicies(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_user_policies_exclusive/created: the apply deletes every policy of user `joe` but `read`",
  ),
  userPolicies(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_user_policies_exclusive/deleted: the policies of user `joe` stay, and others may come beside them",
  ),
  userPolicies(
    "its user_name changes",
    [{}, { user_name: "ann" }],
    ["user_name"],
    "access aws_iam_user_policies_exclusive/user_name: the apply deletes every policy of user `ann` but `read` (`user_name` `joe` → `ann`)",
  ),
  userPolicies(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_user_policies_exclusive/replaced: the apply deletes every policy of user `joe` but `read` (it is marked as tainted)",
  ),
  userPolicies(
    "the list changes",
    [{}, { policy_names: [] }],
    [],
    "access aws_iam_user_policies_exclusive/list: the apply deletes every policy of user `joe` but `(none)`",
  ),
  groupAttachments(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_group_policy_attachments_exclusive/created: the apply detaches every policy of group `joe` but `arn:p`",
  ),
  groupAttachments(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_group_policy_attachments_exclusive/deleted: the policies of group `joe` stay, and others may come beside them",
  ),
  groupAttachments(
    "its group_name changes",
    [{}, { group_name: "ann" }],
    ["group_name"],
    "access aws_iam_group_policy_attachments_exclusive/group_name: the apply detaches every policy of group `ann` but `arn:p` (`group_name` `joe` → `ann`)",
  ),
  groupAttachments(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_group_policy_attachments_exclusive/replaced: the apply detaches every policy of group `joe` but `arn:p` (it is marked as tainted)",
  ),
  groupAttachments(
    "the list changes",
    [{}, { policy_arns: [] }],
    [],
    "access aws_iam_group_policy_attachments_exclusive/list: the apply detaches every policy of group `joe` but `(none)`",
  ),
  groupPolicies(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_group_policies_exclusive/created: the apply deletes every policy of group `joe` but `read`",
  ),
  groupPolicies(
    "it is deleted",
    [{}, undefined],
    [],
    "none aws_iam_group_policies_exclusive/deleted: the policies of group `joe` stay, and others may come beside them",
  ),
  groupPolicies(
    "its group_name changes",
    [{}, { group_name: "ann" }],
    ["group_name"],
    "access aws_iam_group_policies_exclusive/group_name: the apply deletes every policy of group `ann` but `read` (`group_name` `joe` → `ann`)",
  ),
  groupPolicies(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_group_policies_exclusive/replaced: the apply deletes every policy of group `joe` but `read` (it is marked as tainted)",
  ),
  groupPolicies(
    "the list changes",
    [{}, { policy_names: [] }],
    [],
    "access aws_iam_group_policies_exclusive/list: the apply deletes every policy of group `joe` but `(none)`",
  ),
];
