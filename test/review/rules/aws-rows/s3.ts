import { LATER } from "../../support/engine-plan";
import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";
import { allow, policyOf } from "./documents";

const bucket = rowsOf("aws_s3_bucket", (name) => ({ bucket: name }));

const readableBy = (AWS: string): string =>
  policyOf({ ...allow("s3:GetObject", { Principal: { AWS } }), Resource: "arn:aws:s3:::opened/*" });

export const BUCKETS: readonly PlannedRow[] = [
  bucket(
    "new-bucket",
    "a bucket is new",
    [undefined, {}],
    "additive generic/created: bucket `new-bucket` is new",
  ),
  bucket(
    "gone-bucket",
    "a bucket is deleted",
    [{}, undefined],
    "breaks/interruption aws_s3_bucket/deleted: bucket `gone-bucket` is deleted if it is empty, and its name is free for others; the apply fails half-way if it is not",
  ),
  bucket(
    "armed-and-gone",
    "a bucket is deleted with what is in it",
    [{ force_destroy: true }, undefined],
    "dataLoss aws_s3_bucket/emptied: bucket `armed-and-gone` is emptied and deleted, with every version and locked objects too: `force_destroy` is set in the state",
  ),
  bucket(
    "old-bucket",
    "a bucket gets another name",
    [{}, { bucket: "young-bucket" }],
    "breaks/interruption aws_s3_bucket/bucket: bucket `old-bucket` is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty (`bucket` `old-bucket` → `young-bucket`)",
  ),
  bucket(
    "armed-old-bucket",
    "a bucket that is armed gets another name",
    [{ force_destroy: true }, { bucket: "armed-young-bucket" }],
    "dataLoss aws_s3_bucket/emptied: bucket `armed-old-bucket` is emptied and deleted, with every version and locked objects too: `force_destroy` is set in the state (`bucket` `armed-old-bucket` → `armed-young-bucket`)",
  ),
  bucket(
    "prefixed",
    "a bucket gets a name that is made up",
    [{}, { bucket: undefined, bucket_prefix: "made-up" }],
    "breaks/interruption aws_s3_bucket/bucket_prefix: bucket `prefixed` is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty (`bucket_prefix` `(none)` → `made-up`)",
  ),
  bucket(
    "locked",
    "a bucket gets object locks",
    [{}, { object_lock_enabled: true }],
    "breaks/interruption aws_s3_bucket/object_lock_enabled: bucket `locked` is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty (`object_lock_enabled` `false` → `true`)",
  ),
  bucket(
    "moved-away",
    "a bucket is in another region",
    [{}, { region: "eu-west-1" }],
    "breaks/interruption aws_s3_bucket/region: bucket `moved-away` is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty (`region` `eu-central-1` → `eu-west-1`)",
  ),
  bucket(
    "arming",
    "force_destroy is armed",
    [{}, { force_destroy: true }],
    "dataLoss aws_s3_bucket/force-destroy-armed: `force_destroy` is armed: the next deletion of bucket `arming` takes every object in it along",
  ),
  bucket(
    "disarming",
    "force_destroy is disarmed",
    [{ force_destroy: true }, {}],
    "none aws_s3_bucket/force-destroy-disarmed: `force_destroy` is disarmed: a deletion of bucket `disarming` fails while there are objects",
  ),
  bucket(
    "opened",
    "a bucket's own policy lets anyone in",
    [{ policy: readableBy("arn:aws:iam::111122223333:root") }, { policy: readableBy("*") }],
    "access aws_s3_bucket/access: anyone may `s3:GetObject` on `arn:aws:s3:::opened/*`",
  ),
  bucket(
    "tagged",
    "a bucket gets tags",
    [{}, { tags: { team: "a" } }],
    "none generic/words: nothing but `tags` and `tags_all` of bucket `tagged` changes",
  ),
];

const versioning = rowsOf("aws_s3_bucket_versioning", (name) => ({
  bucket: name,
  versioning_configuration: { status: "Enabled" },
}));

const suspended = { versioning_configuration: { status: "Suspended" } };

export const VERSIONINGS: readonly PlannedRow[] = [
  versioning(
    "bucket-1",
    "versioning is deleted",
    [{}, undefined],
    "dataLoss aws_s3_bucket_versioning/deleted: the deletion of the versioning of bucket `bucket-1` suspends it: what is overwritten or deleted in bucket `bucket-1` from now on cannot be restored",
  ),
  versioning(
    "bucket-2",
    "suspended versioning is deleted",
    [suspended, undefined],
    "none aws_s3_bucket_versioning/deleted-unversioned: the versioning of bucket `bucket-2` goes, which was not enabled: nothing changes for its objects",
  ),
  versioning(
    "bucket-3",
    "versioning is suspended",
    [{}, suspended],
    "dataLoss aws_s3_bucket_versioning/suspended: the versioning of bucket `bucket-3` goes `Enabled` → `Suspended`: what is overwritten or deleted in bucket `bucket-3` from now on cannot be restored",
  ),
  versioning(
    "bucket-4",
    "versioning is enabled",
    [suspended, {}],
    "cost aws_s3_bucket_versioning/enabled: the versioning of bucket `bucket-4` goes `Suspended` → `Enabled`: old versions are kept, and paid for",
  ),
  versioning(
    "bucket-5",
    "versioning is for another bucket",
    [{}, { bucket: "other" }],
    "dataLoss aws_s3_bucket_versioning/bucket: the versioning of bucket `bucket-5` is suspended: what is overwritten or deleted in bucket `bucket-5` from now on cannot be restored (`bucket` `bucket-5` → `other`)",
  ),
  versioning(
    "bucket-6",
    "versioning is for another owner",
    [{}, { expected_bucket_owner: "111122223333" }],
    "dataLoss aws_s3_bucket_versioning/expected_bucket_owner: the versioning of bucket `bucket-6` is suspended: what is overwritten or deleted in bucket `bucket-6` from now on cannot be restored (`expected_bucket_owner` `(none)` → `111122223333`)",
  ),
  versioning(
    "bucket-7",
    "versioning is in another region",
    [{}, { region: "eu-west-1" }],
    "dataLoss aws_s3_bucket_versioning/region: the versioning of bucket `bucket-7` is suspended: what is overwritten or deleted in bucket `bucket-7` from now on cannot be restored (`region` `eu-central-1` → `eu-west-1`)",
  ),
  versioning(
    "bucket-8",
    "versioning may be suspended",
    [{}, { versioning_configuration: { status: LATER } }],
    "dataLoss aws_s3_bucket_versioning/suspended: the versioning of bucket `bucket-8` goes `Enabled` → `(known after apply)`: what is overwritten or deleted in bucket `bucket-8` from now on cannot be restored",
  ),
  versioning(
    "bucket-9",
    "versions can be deleted without a second factor",
    [
      { versioning_configuration: { status: "Enabled", mfa_delete: "Enabled" } },
      { versioning_configuration: { status: "Enabled", mfa_delete: "Disabled" } },
    ],
    "access aws_s3_bucket_versioning/mfa-delete-off: versions in bucket `bucket-9` can be deleted for good without a second factor",
  ),
];

const encryption = rowsOf("aws_s3_bucket_server_side_encryption_configuration", (name) => ({
  bucket: name,
  rule: rule({ sse_algorithm: "aws:kms", kms_master_key_id: "arn:aws:kms:eu-central-1:1:key/a" }),
}));

function rule(byDefault: object, more: object = {}): unknown[] {
  return [{ apply_server_side_encryption_by_default: [byDefault], ...more }];
}

const KEY_B = { sse_algorithm: "aws:kms", kms_master_key_id: "arn:aws:kms:eu-central-1:1:key/b" };

export const ENCRYPTIONS: readonly PlannedRow[] = [
  encryption(
    "bucket-1",
    "encryption with a key is deleted",
    [{}, undefined],
    "access aws_s3_bucket_server_side_encryption_configuration/deleted: the encryption of bucket `bucket-1` is deleted: new objects in bucket `bucket-1` are encrypted with S3's own key: nobody needs `arn:aws:kms:eu-central-1:1:key/a` to read them",
  ),
  encryption(
    "bucket-2",
    "the key is another one",
    [{}, { rule: rule(KEY_B) }],
    "breaks/cost aws_s3_bucket_server_side_encryption_configuration/key: new objects in bucket `bucket-2` are encrypted with another key, `arn:aws:kms:eu-central-1:1:key/a` → `arn:aws:kms:eu-central-1:1:key/b`: readers need it too, and the old one for what is there",
  ),
  encryption(
    "bucket-3",
    "S3's own key is used",
    [{}, { rule: rule({ sse_algorithm: "AES256" }) }],
    "breaks/cost aws_s3_bucket_server_side_encryption_configuration/key: new objects in bucket `bucket-3` are encrypted with another key, `arn:aws:kms:eu-central-1:1:key/a` → `(none)`: readers need it too, and the old one for what is there",
    "access aws_s3_bucket_server_side_encryption_configuration/algorithm: new objects in bucket `bucket-3` are encrypted otherwise: `aws:kms` → `AES256`",
  ),
  encryption(
    "bucket-4",
    "other types are blocked",
    [
      { rule: rule(KEY_B, { blocked_encryption_types: ["SSE-C"] }) },
      { rule: rule(KEY_B, { blocked_encryption_types: ["NONE"] }) },
    ],
    "access aws_s3_bucket_server_side_encryption_configuration/blocked-types: other ways of encrypting objects in bucket `bucket-4` are refused: `SSE-C` → `NONE`",
  ),
  encryption(
    "bucket-5",
    "the bucket key goes",
    [
      { rule: rule(KEY_B, { bucket_key_enabled: true }) },
      { rule: rule(KEY_B, { bucket_key_enabled: false }) },
    ],
    "cost aws_s3_bucket_server_side_encryption_configuration/bucket-key: calls to the key of bucket `bucket-5` get more or fewer: bucket key `true` → `false`",
  ),
  encryption(
    "bucket-6",
    "encryption is for another bucket",
    [{}, { bucket: "other" }],
    "access aws_s3_bucket_server_side_encryption_configuration/bucket: the encryption of bucket `bucket-6` is deleted and made anew: in between, new objects in bucket `bucket-6` are encrypted with S3's own key: nobody needs `arn:aws:kms:eu-central-1:1:key/a` to read them (`bucket` `bucket-6` → `other`)",
  ),
  encryption(
    "bucket-7",
    "encryption is for another owner",
    [{}, { expected_bucket_owner: "111122223333" }],
    "access aws_s3_bucket_server_side_encryption_configuration/expected_bucket_owner: the encryption of bucket `bucket-7` is deleted and made anew: in between, new objects in bucket `bucket-7` are encrypted with S3's own key: nobody needs `arn:aws:kms:eu-central-1:1:key/a` to read them (`expected_bucket_owner` `(none)` → `111122223333`)",
  ),
  encryption(
    "bucket-8",
    "encryption is in another region",
    [{}, { region: "eu-west-1" }],
    "access aws_s3_bucket_server_side_encryption_configuration/region: the encryption of bucket `bucket-8` is deleted and made anew: in between, new objects in bucket `bucket-8` are encrypted with S3's own key: nobody needs `arn:aws:kms:eu-central-1:1:key/a` to read them (`region` `eu-central-1` → `eu-west-1`)",
  ),
];
