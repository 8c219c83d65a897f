import { at, isFields, say, UNKNOWN, type Fields, type Text, type Value } from "../../model";
import { NO_ACCESS, one, type Grant } from "../grant";
import type { Condition } from "../policy/condition";
import { principalText } from "../words";
import { eachSide, named, textAt, textsAt, textOf, type Source } from "./source";
import { policyIn, type Scope } from "./statements";

/** Where the policy of a thing stands, and what the thing is called. */
interface At {
  readonly system: string;
  /** `bucket`, `SNS topic`. */
  readonly kind: string;
  readonly nameOf: (values: Fields) => string;
  /** @default "policy" */
  readonly attribute?: string;
}

/** A policy that stands at a thing and says who may use it. */
export const policyAt =
  (where: At): Source =>
  (sides) =>
    policyIn(sides, where.attribute ?? "policy", (values) =>
      scopeOf(where, where.nameOf(values) || sides.address),
    );

/** The same where the name is but what people call it: another one does not make it another thing. */
export const policyOf =
  (where: At): Source =>
  (sides) => {
    const name = [sides.after, sides.before].map((values) => values && where.nameOf(values)).find(Boolean);
    return policyIn(sides, where.attribute ?? "policy", () => scopeOf(where, name ?? sides.address));
  };

function scopeOf({ system, kind }: At, name: string): Scope {
  const own = { pattern: `${kind} ${name}`, text: named(kind, name) };
  return { ...{ system, own, of: own.pattern }, called: [`policy of ${kind} `, { code: name }] };
}

/**
 * A policy that the provider reads back when the configuration has none: it counts only when it changes, and is not
 * known, without anybody's doing, when the thing is made anew.
 */
export const policyOnceSet =
  (where: At): Source =>
  (sides) => {
    const { attribute = "policy" } = where;
    const before: Value | undefined = sides.before?.[attribute];
    const after: Value | undefined = sides.after?.[attribute];
    const isSame = textOf(before) === textOf(after);
    const isMadeUp = isDefault(before) && (after === UNKNOWN || isDefault(after));
    return isSame || isMadeUp ? NOTHING : policyAt(where)(sides);
  };

/** What AWS gives a thing by itself: nothing, or a policy of this name. Source: SNS, "Default policy". */
const isDefault = (policy: Value | undefined): boolean =>
  textOf(policy) === "" || (typeof policy === "string" && policy.includes("__default_policy_ID"));

const NOTHING = { before: NO_ACCESS, after: NO_ACCESS };

/** The last part of an ARN, a URL or a path. */
export const lastPart = (name: string, separator = ":"): string =>
  name.slice(name.lastIndexOf(separator) + 1);

/** What people call a key: what it is for, or its id. */
export const keyName = (values: Fields): string =>
  textAt(values, "description") || lastPart(textAt(values, "key_id"), "/");

/** Says that a thing is there. */
export const thing = (kind: string, nameOf: (values: Fields) => string): Source =>
  eachSide((values) => ({ ...NO_ACCESS, things: [`${kind} ${nameOf(values)}`] }));

/** The same where the name is but what people call it. */
export const thingCalled =
  (kind: string, nameOf: (values: Fields) => string): Source =>
  ({ before, after }) => {
    const values = after ?? before;
    const there = { ...NO_ACCESS, things: values === undefined ? [] : [`${kind} ${nameOf(values)}`] };
    return { before: before ? there : NO_ACCESS, after: after ? there : NO_ACCESS };
  };

/** `aws_kms_grant` */
export const keyGrant: Source = eachSide((values) => {
  const grantee = textAt(values, "grantee_principal");
  const key = lastPart(textAt(values, "key_id"), "/");
  const principal = grantee.includes(".amazonaws.com") ? `Service:${grantee}` : `AWS:${grantee}`;
  return {
    ...NO_ACCESS,
    grants: textsAt(values, "operations").map((operation): Grant => {
      const action = `kms:${operation}`;
      return {
        ...{ system: "KMS", effect: "allow", phrase: "action", conditions: contextOf(values) },
        who: one(principal, principalText(principal)),
        action: one(action.toLowerCase(), [{ code: action }]),
        what: one(`key ${key}`, named("key", key)),
      };
    }),
  };
});

function contextOf(values: Fields): readonly Condition[] {
  const constraints = at(values, "constraints", 0);
  if (!isFields(constraints)) return [];
  return ["encryption_context_equals", "encryption_context_subset"].flatMap((name): Condition[] => {
    const pairs = constraints[name];
    if (!isFields(pairs)) return [];
    return Object.entries(pairs).map(([key, value]) => ({
      ...{ operator: "StringEquals", key: `kms:EncryptionContext:${key}` },
      values: [textOf(value)],
    }));
  });
}

/** Canned ACLs that let others in. Source: S3 user guide, "Canned ACL". */
const CANNED: Readonly<Record<string, readonly (readonly [who: string, deed: string])[]>> = {
  "public-read": [["*", "read"]],
  "public-read-write": [
    ["*", "read"],
    ["*", "write"],
  ],
  "authenticated-read": [["anybody", "read"]],
};

const WHO: Readonly<Record<string, Text>> = {
  "*": ["anyone"],
  anybody: ["anyone with an AWS account"],
};

const GROUPS: Readonly<Record<string, string>> = { AllUsers: "*", AuthenticatedUsers: "anybody" };

/** `aws_s3_bucket_acl`, and the `acl` of a bucket. */
export const bucketAcl: Source = eachSide((values) => {
  const bucket = textAt(values, "bucket");
  const what = one(`bucket ${bucket} and its objects`, named("bucket", bucket));
  const allow = (who: string, text: Text, deed: string): Grant => ({
    ...{ system: "S3", effect: "allow", conditions: [], phrase: "verb", what },
    who: one(who, text),
    action: one(deed, [deed]),
  });
  const canned = CANNED[textAt(values, "acl")] ?? [];
  const listed = at(values, "access_control_policy", 0, "grant");
  const grants = Array.isArray(listed) ? listed.map((_, index) => granted(values, index)) : [];
  return {
    ...NO_ACCESS,
    grants: [
      ...canned.map(([who, deed]) => allow(who, WHO[who] ?? say`${who}`, deed)),
      ...grants.map(({ who, text, deed }) => allow(who, text, deed)),
    ],
  };
});

function granted(values: Fields, index: number): { who: string; text: Text; deed: string } {
  const path = ["access_control_policy", 0, "grant", index] as const;
  const uri = textAt(values, ...path, "grantee", 0, "uri");
  const id = textAt(values, ...path, "grantee", 0, "id") || uri;
  const group = GROUPS[lastPart(uri, "/")];
  const deed = textAt(values, ...path, "permission")
    .toLowerCase()
    .replaceAll("_", " ");
  return group === undefined
    ? { who: `CanonicalUser:${id}`, text: principalText(`CanonicalUser:${id}`), deed }
    : { who: group, text: WHO[group] ?? say`${group}`, deed };
}
