import { say, type Text } from "../../model";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";

/** Another bucket, and what stands for another one. */
const OTHER_OWNER = each("bucket", "expected_bucket_owner", "region");

/** The same for settings that do not say whose bucket it is. */
const OTHER_BUCKET = each("bucket", "region");

const source = (file: string): string => `plan-review reference §5c; hashicorp/aws 6.25, s3/${file}.go`;

const bucket = (it: Subject): Text => say`bucket ${it.was("bucket")}`;

const STATUS = ["versioning_configuration", 0, "status"] as const;
const MFA = ["versioning_configuration", 0, "mfa_delete"] as const;

const wasVersioned = (it: Subject): boolean => it.before(...STATUS) === "Enabled";

const notRestored = (it: Subject): Text =>
  say`what is overwritten or deleted in ${bucket(it)} from now on cannot be restored`;

const KEEP_VERSIONS = (): Text =>
  say`keep the status ${"Enabled"}, and let old versions expire by the lifecycle`;

/** `aws_s3_bucket_versioning`: deleting it suspends it. */
export const VERSIONING: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_versioning",
  source: source("bucket_versioning"),
  instead: [
    {
      ...{ id: "deleted-unversioned", verdict: "none" },
      when: (it) => !wasVersioned(it),
      sentence: (it) =>
        say`${it.thing} goes, which was not enabled: nothing changes for its objects${causes(it)}`,
    },
  ],
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`the deletion of ${it.thing} suspends it: ${notRestored(it)}`,
    wayOut: KEEP_VERSIONS,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is suspended: ${notRestored(it)}${causes(it)}`,
    wayOut: KEEP_VERSIONS,
  },
  forces: OTHER_OWNER,
  inPlace: [
    {
      ...{ id: "suspended", verdict: "dataLoss", cause: STATUS },
      when: (it) => wasVersioned(it) && it.changes(...STATUS),
      sentence: (it) => say`${it.thing} goes ${it.shift(...STATUS)}: ${notRestored(it)}`,
      wayOut: KEEP_VERSIONS,
    },
    {
      ...{ id: "enabled", verdict: "cost", cause: STATUS },
      when: (it) => !wasVersioned(it) && it.changes(...STATUS),
      sentence: (it) => say`${it.thing} goes ${it.shift(...STATUS)}: old versions are kept, and paid for`,
    },
    {
      ...{ id: "mfa-delete-off", verdict: "access", cause: MFA },
      when: (it) => it.before(...MFA) === "Enabled" && it.changes(...MFA),
      sentence: (it) => say`versions in ${bucket(it)} can be deleted for good without a second factor`,
    },
  ],
});

const KEY = ["rule", 0, "apply_server_side_encryption_by_default", 0, "kms_master_key_id"] as const;
const ALGORITHM = ["rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm"] as const;
const BLOCKED = ["rule", 0, "blocked_encryption_types"] as const;
const BUCKET_KEY = ["rule", 0, "bucket_key_enabled"] as const;

const withoutKey = (it: Subject): Text =>
  say`new objects in ${bucket(it)} are encrypted with S3's own key: nobody needs ${it.was(...KEY)} to read them`;

/** `aws_s3_bucket_server_side_encryption_configuration`: of new objects; old ones stay as they are. */
export const ENCRYPTION: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_server_side_encryption_configuration",
  source: source("bucket_server_side_encryption_configuration"),
  deleted: { verdict: "access", sentence: (it) => say`${it.thing} is deleted: ${withoutKey(it)}` },
  replaced: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is deleted and made anew: in between, ${withoutKey(it)}${causes(it)}`,
  },
  forces: OTHER_OWNER,
  inPlace: [
    changed("key", KEY, {
      ...{ verdict: "breaks", unread: "cost" },
      sentence: (it) =>
        say`new objects in ${bucket(it)} are encrypted with another key, ${it.shift(...KEY)}: readers need it too, and the old one for what is there`,
      wayOut: () => ["let the readers use the new key first"],
    }),
    changed("algorithm", ALGORITHM, {
      verdict: "access",
      sentence: (it) => say`new objects in ${bucket(it)} are encrypted otherwise: ${it.shift(...ALGORITHM)}`,
    }),
    {
      ...{ id: "blocked-types", verdict: "access", cause: BLOCKED },
      when: (it) => it.removed(...BLOCKED).length + it.added(...BLOCKED).length > 0,
      sentence: (it) =>
        say`other ways of encrypting objects in ${bucket(it)} are refused: ${it.shift(...BLOCKED)}`,
    },
    changed("bucket-key", BUCKET_KEY, {
      verdict: "cost",
      sentence: (it) =>
        say`calls to the key of ${bucket(it)} get more or fewer: bucket key ${it.shift(...BUCKET_KEY)}`,
    }),
  ],
});

const BLOCK = "aws_s3_bucket_public_access_block";

const openToAll = (it: Subject): Text => say`policies and access lists can let anyone into ${bucket(it)}`;

/** `aws_s3_bucket_public_access_block` */
export const PUBLIC_ACCESS: readonly Rule[] = [
  ...rulesOf({
    type: BLOCK,
    source: source("bucket_public_access_block"),
    deleted: {
      verdict: "access",
      sentence: (it) => say`${it.thing} is deleted: ${openToAll(it)}`,
      wayOut: () => ["keep it for as long as the bucket is there"],
    },
    replaced: {
      verdict: "access",
      sentence: (it) => say`${it.thing} is deleted and made anew: in between, ${openToAll(it)}${causes(it)}`,
    },
    forces: OTHER_BUCKET,
  }),
  ...accessRules({ type: BLOCK, source: source("bucket_public_access_block") }),
];

const OWNERSHIP = "aws_s3_bucket_ownership_controls";

/** `aws_s3_bucket_ownership_controls` */
export const OWNERSHIP_CONTROLS: readonly Rule[] = [
  ...rulesOf({
    type: OWNERSHIP,
    source: source("bucket_ownership_controls"),
    deleted: {
      verdict: "access",
      sentence: (it) =>
        say`${it.thing} are deleted: access lists count in ${bucket(it)}, and objects belong to whoever writes them`,
    },
    replaced: {
      verdict: "access",
      sentence: (it) =>
        say`${it.thing} are deleted and made anew: in between, access lists count in ${bucket(it)}${causes(it)}`,
    },
    forces: OTHER_BUCKET,
  }),
  ...accessRules({ type: OWNERSHIP, source: source("bucket_ownership_controls") }),
];

const POLICY = "aws_s3_bucket_policy";

/** `aws_s3_bucket_policy`: one document for all who may come in. */
export const BUCKET_POLICY: readonly Rule[] = [
  ...rulesOf({
    type: POLICY,
    source: source("bucket_policy"),
    deleted: {
      verdict: "access",
      sentence: (it) => say`${it.thing} is deleted: whom it let in is refused, and whom it kept out is not`,
    },
    replaced: {
      verdict: "access",
      sentence: (it) =>
        say`${it.thing} is deleted and made anew: in between, whom it let in is refused, and whom it kept out is not${causes(it)}`,
    },
    forces: OTHER_BUCKET,
  }),
  ...accessRules({ type: POLICY, source: source("bucket_policy"), attribute: "policy" }),
];
