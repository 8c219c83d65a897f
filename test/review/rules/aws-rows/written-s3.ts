import type { WrittenRow } from "../rows/row";
import { TAINTED, writtenOf } from "./written-of";

const acl = writtenOf("aws_s3_bucket_acl", { bucket: "lake", acl: "private" });

const replication = writtenOf("aws_s3_bucket_replication_configuration", {
  bucket: "lake",
  rule: [{ status: "Enabled", destination: [{ bucket: "copy" }] }],
});

const lock = writtenOf("aws_s3_bucket_object_lock_configuration", {
  bucket: "lake",
  rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 30 }] }],
});

const accountBlock = writtenOf("aws_s3_account_public_access_block", {
  account_id: "111122223333",
  block_public_acls: true,
  block_public_policy: true,
});

/** Settings of buckets that the mesh does not use. */
export const OTHER_S3: readonly WrittenRow[] = [
  acl(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_s3_bucket_acl/deleted: the access list of bucket `lake` stays as it is, and Terraform does not know it any more",
  ),
  acl(
    "its bucket changes",
    [{}, { bucket: "other" }],
    ["bucket"],
    "access aws_s3_bucket_acl/bucket: the access list of bucket `lake` stays as it is, and another one is written (`bucket` `lake` → `other`)",
  ),
  acl(
    "its expected_bucket_owner changes",
    [{}, { expected_bucket_owner: "1" }],
    ["expected_bucket_owner"],
    "access aws_s3_bucket_acl/expected_bucket_owner: the access list of bucket `lake` stays as it is, and another one is written (`expected_bucket_owner` `(none)` → `1`)",
  ),
  acl(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_bucket_acl/replaced: the access list of bucket `lake` stays as it is, and another one is written (it is marked as tainted)",
  ),
  acl(
    "anyone may read",
    [{}, { acl: "public-read" }],
    [],
    "access aws_s3_bucket_acl/access: anyone may read bucket `lake`",
  ),
  replication(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_s3_bucket_replication_configuration/deleted: what is new in bucket `lake` is not copied to `copy` any more: what is lost there is lost",
  ),
  replication(
    "its bucket changes",
    [{}, { bucket: "other" }],
    ["bucket"],
    "dataLoss aws_s3_bucket_replication_configuration/bucket: what is new in bucket `lake` is not copied to `copy` any more (`bucket` `lake` → `other`)",
  ),
  replication(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_s3_bucket_replication_configuration/replaced: what is new in bucket `lake` is not copied to `copy` any more (it is marked as tainted)",
  ),
  replication(
    "the copy is elsewhere",
    [{}, { rule: [{ status: "Enabled", destination: [{ bucket: "copy-2" }] }] }],
    [],
    "breaks aws_s3_bucket_replication_configuration/destination: what is new in bucket `lake` is not copied to `copy` any more, but to `copy-2`: what is there stays behind",
  ),
  replication(
    "it is disabled",
    [{}, { rule: [{ status: "Disabled", destination: [{ bucket: "copy" }] }] }],
    [],
    "dataLoss aws_s3_bucket_replication_configuration/disabled: what is new in bucket `lake` is not copied to `copy` any more: the rule is disabled",
  ),
  lock(
    "it is deleted",
    [{}, undefined],
    [],
    "dataLoss aws_s3_bucket_object_lock_configuration/deleted: new objects in bucket `lake` can be deleted at once: nothing locks them any more",
  ),
  lock(
    "its bucket changes",
    [{}, { bucket: "other" }],
    ["bucket"],
    "dataLoss aws_s3_bucket_object_lock_configuration/bucket: new objects in bucket `lake` can be deleted at once in between (`bucket` `lake` → `other`)",
  ),
  lock(
    "its expected_bucket_owner changes",
    [{}, { expected_bucket_owner: "1" }],
    ["expected_bucket_owner"],
    "dataLoss aws_s3_bucket_object_lock_configuration/expected_bucket_owner: new objects in bucket `lake` can be deleted at once in between (`expected_bucket_owner` `(none)` → `1`)",
  ),
  lock(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_s3_bucket_object_lock_configuration/replaced: new objects in bucket `lake` can be deleted at once in between (it is marked as tainted)",
  ),
  lock(
    "objects are locked for fewer days",
    [{}, { rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 3 }] }] }],
    [],
    "dataLoss aws_s3_bucket_object_lock_configuration/looser: new objects in bucket `lake` can be deleted sooner, or by more people: the lock of the bucket is loosened",
  ),
  lock(
    "some people may delete",
    [{}, { rule: [{ default_retention: [{ mode: "GOVERNANCE", days: 30 }] }] }],
    [],
    "dataLoss aws_s3_bucket_object_lock_configuration/looser: new objects in bucket `lake` can be deleted sooner, or by more people: the lock of the bucket is loosened",
  ),
  lock(
    "nothing is locked",
    [{}, { rule: [] }],
    [],
    "dataLoss aws_s3_bucket_object_lock_configuration/looser: new objects in bucket `lake` can be deleted sooner, or by more people: the lock of the bucket is loosened",
  ),
  lock(
    "objects are locked for more days",
    [{}, { rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 90 }] }] }],
    [],
    "cost generic/settings: `aws_s3_bucket_object_lock_configuration.it` is set otherwise: `rule`",
  ),
  accountBlock(
    "it is deleted",
    [{}, undefined],
    [],
    "access aws_s3_account_public_access_block/deleted: policies and access lists can let anyone into any bucket of account `111122223333`",
  ),
  accountBlock(
    "its account_id changes",
    [{}, { account_id: "999988887777" }],
    ["account_id"],
    "access aws_s3_account_public_access_block/account_id: policies and access lists can let anyone into any bucket of account `111122223333` in between (`account_id` `111122223333` → `999988887777`)",
    "access aws_s3_account_public_access_block/access: who may do what by `aws_s3_account_public_access_block.it` changes: 1 gained, 1 lost",
  ),
  accountBlock(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_account_public_access_block/replaced: policies and access lists can let anyone into any bucket of account `111122223333` in between (it is marked as tainted)",
  ),
  accountBlock(
    "it is lifted in part",
    [{}, { block_public_acls: false }],
    [],
    "access aws_s3_account_public_access_block/access: account `111122223333` can be opened to anyone: `block_public_acls` no longer holds",
  ),
];
