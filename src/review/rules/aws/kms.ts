import { lockoutBy, type Lockout } from "../../access";
import { say, type Text } from "../../model";
import { numberOf } from "../../things";
import { causes, changed, each, rulesOf, type Aspect, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { page, REFERENCE } from "./sources";

/** Days until a key is gone for good when nothing is said. Source: AWS KMS, ScheduleKeyDeletion. */
const DEFAULT_WINDOW_DAYS = 30;

const window = (it: Subject): number => numberOf(it.before("deletion_window_in_days")) ?? DEFAULT_WINDOW_DAYS;

/** What nobody may do any more by the policy that a change writes; nothing when the one before it said so as well. */
function lockedOut(it: Subject): Lockout | undefined {
  const [was, is] = [it.before("policy"), it.after("policy")].map((policy) =>
    typeof policy === "string" && policy !== "" ? lockoutBy(policy) : undefined,
  );
  if (is === undefined) return undefined;
  return {
    decrypt: is.decrypt && was?.decrypt !== true,
    administer: is.administer && was?.administer !== true,
  };
}

/** The key that a policy is of. */
const keyOf = (it: Subject): Text =>
  it.change.type === "aws_kms_key" ? it.thing : say`key ${it.willBe("key_id")}`;

/** A policy that is written to a key which is there already, and lets nobody at it. */
const lockout = (isAbout: (it: Subject) => boolean): readonly Aspect[] => [
  {
    ...{ id: "locked-out", verdict: "dataLoss", cause: ["policy"] },
    when: (it) => isAbout(it) && lockedOut(it)?.decrypt === true,
    sentence: (it) =>
      say`nobody can decrypt anything with ${keyOf(it)} any more: its policy lets nobody in${[lockedOut(it)?.administer === true ? ", and nobody can write another one" : ""]}`,
    wayOut: () =>
      say`keep a statement that allows ${"kms:*"} to the account, and keep those who read out of every denial`,
  },
  {
    ...{ id: "unmanageable", verdict: "dataLoss", cause: ["policy"] },
    when: (it) => isAbout(it) && lockedOut(it)?.decrypt === false && lockedOut(it)?.administer === true,
    sentence: (it) =>
      say`nobody can write another policy for ${keyOf(it)} any more, or look after it: whom it keeps out it keeps out for good`,
    wayOut: () => say`keep a statement that allows ${"kms:PutKeyPolicy"} to the account`,
  },
];

const KEY: readonly Rule[] = rulesOf({
  type: "aws_kms_key",
  source: REFERENCE,
  deleted: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is scheduled for deletion: nothing encrypted with it can be read from then on, and after ${window(it)} days never again`,
    wayOut: () => ["disable it for a while first: that can be taken back"],
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after ${window(it)} days never again${causes(it)}`,
    wayOut: () => ["make a second key, point the alias at it, and keep the old one"],
  },
  forces: each(
    ...[
      "custom_key_store_id",
      "customer_master_key_spec",
      "key_usage",
      "multi_region",
      "xks_key_id",
      "region",
    ],
  ),
  inPlace: [
    {
      ...{ id: "disabled", verdict: "dataLoss", cause: ["is_enabled"] },
      when: (it) => it.before("is_enabled") !== false && it.after("is_enabled") === false,
      sentence: (it) =>
        say`${it.thing} is disabled: everything encrypted with it cannot be read until it is enabled again`,
      wayOut: () => ["leave it enabled while there is data that it encrypts"],
    },
    {
      ...{ id: "enabled", verdict: "access", cause: ["is_enabled"] },
      when: (it) => it.sets("is_enabled"),
      sentence: (it) => say`${it.thing} is enabled: what it encrypts can be read again`,
    },
    {
      ...{ id: "rotation-off", verdict: "access", cause: ["enable_key_rotation"] },
      when: (it) => it.unsets("enable_key_rotation"),
      sentence: (it) => say`${it.thing} is not rotated any more`,
      wayOut: () => ["leave the rotation on"],
    },
    {
      ...{ id: "window-shorter", verdict: "cost", cause: ["deletion_window_in_days"] },
      when: (it) => it.lowers("deletion_window_in_days"),
      sentence: (it) =>
        say`a deletion of ${it.thing} can be taken back for fewer days: ${it.shift("deletion_window_in_days")}`,
    },
    {
      ...{ id: "lockout-unchecked", verdict: "access", cause: ["bypass_policy_lockout_safety_check"] },
      when: (it) => it.sets("bypass_policy_lockout_safety_check"),
      sentence: (it) =>
        say`the next policy of ${it.thing} may lock everybody out: KMS does not check it any more`,
    },
  ],
  besides: lockout(({ change }) => change.action === "update"),
});

const ALIAS: readonly Rule[] = rulesOf({
  type: "aws_kms_alias",
  source: REFERENCE,
  deleted: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => say`${it.thing} is deleted: whoever finds the key by it, policies too, finds none`,
    wayOut: () => ["keep the alias while something names it"],
  },
  replaced: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) =>
      say`${it.thing} is deleted and ${it.thingAfter} made: whoever finds the key by the old name, policies too, finds none${causes(it)}`,
    wayOut: () => ["make the new alias beside the old one"],
  },
  forces: each("name", "name_prefix", "region"),
  inPlace: [
    changed("retargeted", ["target_key_id"], {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) =>
        say`${it.thing} points at another key: new data needs that one, old data still the old one`,
      wayOut: () => ["give all readers both keys first"],
    }),
  ],
});

const KEY_POLICY: readonly Rule[] = rulesOf({
  type: "aws_kms_key_policy",
  source: page("kms_key_policy"),
  deleted: {
    verdict: "access",
    sentence: (it) =>
      say`the policy of key ${it.was("key_id")} is that of KMS again: whoever its account lets may use it`,
  },
  replaced: {
    verdict: "access",
    sentence: (it) =>
      say`the policy of key ${it.was("key_id")} is that of KMS again, and another key gets this one${causes(it)}`,
  },
  forces: each("key_id", "region"),
  besides: lockout(({ change }) => change.action === "update" || change.action === "create"),
});

const GRANT: readonly Rule[] = rulesOf({
  type: "aws_kms_grant",
  source: page("kms_grant"),
  deleted: {
    verdict: "access",
    sentence: (it) =>
      say`${it.was("grantee_principal")} may not use key ${it.was("key_id")} by this grant any more`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`the grant of key ${it.was("key_id")} to ${it.was("grantee_principal")} is revoked, then given anew: it is refused in between${causes(it)}`,
    wayOut: () => ["make the new grant beside the old one first"],
  },
});

/** Keys, their names, and who may use them. */
export const KMS: readonly Rule[] = [
  ...[...KEY, ...accessRules({ type: "aws_kms_key", source: REFERENCE, attribute: "policy" })],
  ...ALIAS,
  ...[...KEY_POLICY, ...accessRules({ type: "aws_kms_key_policy", source: REFERENCE, attribute: "policy" })],
  ...[...GRANT, ...accessRules({ type: "aws_kms_grant", source: REFERENCE })],
];
