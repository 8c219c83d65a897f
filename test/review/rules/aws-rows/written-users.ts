import type { WrittenRow } from "../rows/row";
import { TAINTED, writtenOf } from "./written-of";

const userGroups = writtenOf("aws_iam_user_group_membership", { user: "joe", groups: ["all"] });

const groupUsers = writtenOf("aws_iam_group_membership", { name: "all", group: "all", users: ["joe"] });

const accessKey = writtenOf("aws_iam_access_key", { user: "joe" });

const login = writtenOf("aws_iam_user_login_profile", { user: "joe" });

const user = writtenOf("aws_iam_user", { name: "joe", permissions_boundary: "arn:b" });

const group = writtenOf("aws_iam_group", { name: "all" });

/** Users and groups, which the mesh has none of. */
export const USERS: readonly WrittenRow[] = [
  userGroups(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_user_group_membership/deleted: the membership of user `joe` in `all` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  userGroups(
    "its user changes",
    [{}, { user: "ann" }],
    ["user"],
    "access aws_iam_user_group_membership/access: who may do what by `aws_iam_user_group_membership.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_user_group_membership/user: the membership of user `joe` in `all` is deleted and made anew: what it allows is refused in between (`user` `joe` → `ann`)",
  ),
  userGroups(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_user_group_membership/replaced: the membership of user `joe` in `all` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  userGroups(
    "the user is in another group too",
    [{}, { groups: ["all", "some"] }],
    [],
    "access aws_iam_user_group_membership/access: user `joe` may do what is allowed to group `some`",
  ),
  groupUsers(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_group_membership/deleted: the membership of `joe` in group `all` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  groupUsers(
    "its group changes",
    [{}, { group: "some" }],
    ["group"],
    "access aws_iam_group_membership/access: who may do what by `aws_iam_group_membership.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_group_membership/group: the membership of `joe` in group `all` is deleted and made anew: what it allows is refused in between (`group` `all` → `some`)",
  ),
  groupUsers(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_group_membership/replaced: the membership of `joe` in group `all` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  groupUsers(
    "another user is in the group",
    [{}, { users: ["joe", "ann"] }],
    [],
    "access aws_iam_group_membership/access: user `ann` may do what is allowed to group `all`",
  ),
  accessKey(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_access_key/access: user `joe` may log in with an access key",
  ),
  accessKey(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_access_key/deleted: an access key of user `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  accessKey(
    "its user changes",
    [{}, { user: "ann" }],
    ["user"],
    "access aws_iam_access_key/access: who may do what by `aws_iam_access_key.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_access_key/user: an access key of user `joe` is deleted and made anew: what it allows is refused in between (`user` `joe` → `ann`)",
  ),
  accessKey(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_access_key/replaced: an access key of user `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  login(
    "it is new",
    [undefined, {}],
    [],
    "access aws_iam_user_login_profile/access: user `joe` may log in to the console with a password",
  ),
  login(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_user_login_profile/deleted: the password of user `joe` is deleted: what it allowed is refused, and what it denied is not denied by it",
  ),
  login(
    "its user changes",
    [{}, { user: "ann" }],
    ["user"],
    "access aws_iam_user_login_profile/access: who may do what by `aws_iam_user_login_profile.it` changes: 1 gained, 1 lost",
    "interruption aws_iam_user_login_profile/user: the password of user `joe` is deleted and made anew: what it allows is refused in between (`user` `joe` → `ann`)",
  ),
  login(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_user_login_profile/replaced: the password of user `joe` is deleted and made anew: what it allows is refused in between (it is marked as tainted)",
  ),
  user(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_user/deleted: user `joe` is deleted, with what it may do",
  ),
  user(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_user/replaced: user `joe` is deleted and made anew, without what it may do (it is marked as tainted)",
  ),
  user(
    "the boundary goes",
    [{}, { permissions_boundary: "" }],
    [],
    "access aws_iam_user/access: user `joe` is no longer held within boundary `arn:b`",
  ),
  group(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_iam_group/deleted: group `all` is deleted, with what it may do",
  ),
  group(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_iam_group/replaced: group `all` is deleted and made anew, without what it may do (it is marked as tainted)",
  ),
];
