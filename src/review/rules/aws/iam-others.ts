import { say, type Text } from "../../model";
import { causes, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { page } from "./sources";

/** Types that give an identity something, and what they are called. */
const GIVEN: readonly (readonly [type: string, forces: readonly string[], words: (it: Subject) => Text])[] = [
  ["aws_iam_role_policy", ["name", "name_prefix", "role"], (it) => policyOf(it, "role")],
  ["aws_iam_user_policy", ["name", "name_prefix", "user"], (it) => policyOf(it, "user")],
  ["aws_iam_group_policy", ["name", "name_prefix", "group"], (it) => policyOf(it, "group")],
  ["aws_iam_user_policy_attachment", ["user", "policy_arn"], (it) => attachmentTo(it, "user")],
  ["aws_iam_group_policy_attachment", ["group", "policy_arn"], (it) => attachmentTo(it, "group")],
  [
    "aws_iam_policy_attachment",
    ["name", "policy_arn"],
    (it) => say`every attachment of policy ${it.was("policy_arn")}`,
  ],
  [
    "aws_iam_user_group_membership",
    ["user"],
    (it) => say`the membership of user ${it.was("user")} in ${it.was("groups")}`,
  ],
  [
    "aws_iam_group_membership",
    ["group"],
    (it) => say`the membership of ${it.was("users")} in group ${it.was("group")}`,
  ],
  ["aws_iam_access_key", ["user"], (it) => say`an access key of user ${it.was("user")}`],
  ["aws_iam_user_login_profile", ["user"], (it) => say`the password of user ${it.was("user")}`],
];

const policyOf = (it: Subject, kind: string): Text =>
  say`policy ${it.was("name")} of ${[kind]} ${it.was(kind)}`;

const attachmentTo = (it: Subject, kind: string): Text =>
  say`the attachment of policy ${it.was("policy_arn")} to ${[kind]} ${it.was(kind)}`;

/** Documents among them. */
const HOLDS_POLICY = /^aws_iam_(role|user|group)_policy$/;

const given: readonly Rule[] = GIVEN.flatMap(([type, forces, words]) => {
  const source = page(type.replace("aws_", ""));
  return [
    ...rulesOf({
      ...{ type, source },
      deleted: {
        verdict: "access",
        sentence: (it) =>
          say`${words(it)} is deleted: what it allowed is refused, and what it denied is not denied by it`,
      },
      replaced: {
        verdict: "interruption",
        sentence: (it) =>
          say`${words(it)} is deleted and made anew: what it allows is refused in between${causes(it)}`,
      },
      ...(forces.length > 0 && { forces: each(...forces) }),
    }),
    ...accessRules({ type, source, ...(HOLDS_POLICY.test(type) && { attribute: "policy" }) }),
  ];
});

const IDENTITIES = ["user", "group"] as const;

const identities: readonly Rule[] = IDENTITIES.flatMap((kind) => {
  const [type, source] = [`aws_iam_${kind}`, page(`iam_${kind}`)];
  const called = (it: Subject): Text => say`${[kind]} ${it.was("name")}`;
  return [
    ...rulesOf({
      ...{ type, source },
      deleted: { verdict: "access", sentence: (it) => say`${called(it)} is deleted, with what it may do` },
      replaced: {
        verdict: "access",
        sentence: (it) => say`${called(it)} is deleted and made anew, without what it may do${causes(it)}`,
      },
    }),
    // A group has neither a boundary nor a trust policy.
    ...(kind === "user" ? accessRules({ type, source }) : []),
  ];
});

/** Types that detach whatever they do not list. */
const EXCLUSIVE = [
  ["aws_iam_role_policy_attachments_exclusive", "role_name", "policy_arns", "detaches"],
  ["aws_iam_role_policies_exclusive", "role_name", "policy_names", "deletes"],
  ["aws_iam_user_policy_attachments_exclusive", "user_name", "policy_arns", "detaches"],
  ["aws_iam_user_policies_exclusive", "user_name", "policy_names", "deletes"],
  ["aws_iam_group_policy_attachments_exclusive", "group_name", "policy_arns", "detaches"],
  ["aws_iam_group_policies_exclusive", "group_name", "policy_names", "deletes"],
] as const;

const exclusive: readonly Rule[] = EXCLUSIVE.flatMap(([type, owner, list, deed]) => {
  const kind = owner.replace("_name", "");
  const all = (it: Subject): Text =>
    say`the apply ${[deed]} every policy of ${[kind]} ${it.willBe(owner)} but ${it.willBe(list)}`;
  return rulesOf({
    ...{ type, source: page(type.replace("aws_", "")) },
    created: { verdict: "access", sentence: all },
    deleted: {
      verdict: "none",
      sentence: (it) => say`the policies of ${[kind]} ${it.was(owner)} stay, and others may come beside them`,
    },
    replaced: { verdict: "access", sentence: (it) => say`${all(it)}${causes(it)}` },
    forces: each(owner),
    inPlace: [
      { ...{ id: "list", verdict: "access", cause: [list] }, when: (it) => it.changes(list), sentence: all },
    ],
  });
});

/** Users and groups, and the ways of giving policies that the mesh does not use. */
export const OTHER_IAM: readonly Rule[] = [...given, ...identities, ...exclusive];
