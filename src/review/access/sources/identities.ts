import { at, isFields, say, type Fields, type Value } from "../../model";
import { GUARD_PATH } from "../../../names";
import { NO_ACCESS, one, together, type Access, type Choice, type Grant } from "../grant";
import { principalText } from "../words";
import { boundaryGuard } from "./guards";
import {
  blocksAt,
  eachSide,
  LATER,
  named,
  textAt,
  jsonOf,
  textsAt,
  textOf,
  type Sides,
  type Source,
} from "./source";
import { policyAccess, policyIn } from "./statements";

/** Kinds of identities that policies are given to. */
export type Kind = "role" | "user" | "group";

const SYSTEM = "IAM";

/** An identity as those who hold a policy are named. */
export const identity = (kind: Kind, name: string): Choice => one(`IAM ${kind} ${name}`, named(kind, name));

/** The identity as a thing that comes and goes. */
const thingOf = (kind: Kind, name: string): string => `IAM ${kind} ${name}`;

/** `aws_iam_role_policy` and its like: a policy that is a part of one identity. */
export const inlinePolicy =
  (kind: Kind): Source =>
  (sides) =>
    policyIn(sides, "policy", (values) => {
      const holder = textAt(values, kind);
      return {
        ...{ system: SYSTEM, who: identity(kind, holder), of: thingOf(kind, holder) },
        called: [...named("policy", textAt(values, "name")), ` of ${kind} `, { code: holder }],
      };
    });

/** `aws_iam_role`: who may assume it, its boundary, and the policies written into it. */
export const role: Source = (sides) => {
  const trust = policyIn(sides, "assume_role_policy", (values) => {
    const name = textAt(values, "name");
    const own = { pattern: thingOf("role", name), text: named("role", name) };
    return { system: SYSTEM, own, of: own.pattern, called: ["trust policy of role ", { code: name }] };
  });
  const itself = identityItself("role")(sides);
  const written = writtenIn(sides);
  return {
    before: together([trust.before, itself.before, written.before]),
    after: together([trust.after, itself.after, written.after]),
  };
};

/** A role, a user or a group, as far as it has a boundary and is there. */
export const identityItself = (kind: Kind): Source =>
  eachSide((values) => ({
    ...NO_ACCESS,
    guards: kind === "group" ? [] : [boundaryGuard(kind, values)],
    things: [thingOf(kind, textAt(values, "name"))],
  }));

/**
 * `inline_policy` and `managed_policy_arns` of a role: the provider also reads into them what other resources give, so
 * they count only when the plan changes them.
 */
function writtenIn({ before, after }: Sides): { readonly before: Access; readonly after: Access } {
  const side = (values: Fields | undefined, other: Fields | undefined): Access => {
    if (values === undefined) return NO_ACCESS;
    const who = identity("role", textAt(values, "name"));
    const changes = (name: string): boolean => key(values[name]) !== key(other?.[name]);
    return together([
      ...(changes("inline_policy")
        ? blocksAt(values, "inline_policy").map((block) =>
            policyAccess(at(block, "policy"), inRole(values, block)),
          )
        : []),
      ...(changes("managed_policy_arns")
        ? [{ ...NO_ACCESS, grants: textsAt(values, "managed_policy_arns").map((arn) => hasPolicy(who, arn)) }]
        : []),
    ]);
  };
  return { before: side(before, after), after: side(after, before) };
}

/** What is not known is what the provider will read. */
const key = (value: Value | undefined): string =>
  textOf(value) === LATER || value === undefined || value === null ? "[]" : jsonOf(value);

const inRole = (values: Fields, block: Value): Parameters<typeof policyAccess>[1] => ({
  ...{
    system: SYSTEM,
    who: identity("role", textAt(values, "name")),
    of: thingOf("role", textAt(values, "name")),
  },
  called: [
    ...named("policy", isFields(block) ? textAt(block, "name") : ""),
    ...[" of role ", { code: textAt(values, "name") }],
  ],
});

/** Somebody has a policy of which nothing but the name is known. */
export const hasPolicy = (who: Choice, policy: string): Grant => ({
  ...{ system: SYSTEM, effect: "allow", who, conditions: [], phrase: "has" },
  action: one("policy", ["policy"]),
  what: one(`policy ${policy}`, [{ code: policy }]),
});

/** Who a policy means that nobody is seen to have. */
export function holdersOf(values: Fields): Choice {
  const name = textAt(values, "name");
  return isBoundary(values)
    ? one(`bound by ${name}`, named("a role within boundary", name))
    : one(`holders of ${name}`, ["whoever has ", ...named("policy", name)]);
}

/** True for a policy that says what roles can ever do. */
export const isBoundary = (values: Fields): boolean => textAt(values, "path") === GUARD_PATH;

/** `aws_iam_user_group_membership` and `aws_iam_group_membership`. */
export const userGroups: Source = eachSide((values) => ({
  ...NO_ACCESS,
  grants: textsAt(values, "groups").map((group) => member(textAt(values, "user"), group)),
}));

export const groupUsers: Source = eachSide((values) => ({
  ...NO_ACCESS,
  grants: textsAt(values, "users").map((user) => member(user, textAt(values, "group"))),
}));

const member = (user: string, group: string): Grant => ({
  ...{ system: SYSTEM, effect: "allow", who: identity("user", user), conditions: [], phrase: "verb" },
  action: one("member", ["do what is allowed to"]),
  what: one(thingOf("group", group), named("group", group)),
});

/** `aws_iam_access_key`, `aws_iam_user_login_profile`: a way in. */
export const wayIn = (words: string): Source =>
  eachSide((values, address) => ({
    ...NO_ACCESS,
    grants: [
      {
        ...{ system: SYSTEM, effect: "allow", conditions: [], phrase: "verb" },
        who: identity("user", textAt(values, "user")),
        action: one(`log in ${address}`, [words]),
      },
    ],
  }));

/** `aws_iam_openid_connect_provider`: whose word the account takes. */
export const identityProvider: Source = eachSide((values) => {
  const url = textAt(values, "url").replace(/^https:\/\//, "");
  const who = `Federated:${url}`;
  const audiences = textsAt(values, "client_id_list");
  return {
    ...NO_ACCESS,
    grants: audiences.map((audience): Grant => ({
      ...{ system: SYSTEM, effect: "allow", conditions: [], phrase: "verb" },
      who: one(who, principalText(who)),
      action: one(`ask ${audience}`, say`ask for roles that trust it, for audience ${audience}`),
    })),
  };
});
