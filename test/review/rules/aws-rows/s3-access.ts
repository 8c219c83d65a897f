import { LATER } from "../../support/engine-plan";
import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";

const block = rowsOf("aws_s3_bucket_public_access_block", (name) => ({
  bucket: name,
  ...{ block_public_acls: true, block_public_policy: true, ignore_public_acls: true },
  restrict_public_buckets: true,
}));

const ownership = rowsOf("aws_s3_bucket_ownership_controls", (name) => ({
  bucket: name,
  rule: { object_ownership: "BucketOwnerEnforced" },
}));

export const OPENINGS: readonly PlannedRow[] = [
  block(
    "bucket-1",
    "a public access block is new",
    [undefined, {}],
    "additive generic/created: the public access block of bucket `bucket-1` is new",
  ),
  block(
    "bucket-2",
    "a public access block is deleted",
    [{}, undefined],
    "access aws_s3_bucket_public_access_block/deleted: the public access block of bucket `bucket-2` is deleted: policies and access lists can let anyone into bucket `bucket-2`",
  ),
  block(
    "bucket-3",
    "a public access block is lifted in part",
    [{}, { block_public_policy: false }],
    "access aws_s3_bucket_public_access_block/access: bucket `bucket-3` can be opened to anyone: `block_public_policy` no longer holds",
  ),
  block(
    "bucket-4",
    "a public access block is for another bucket",
    [{}, { bucket: "other" }],
    "access aws_s3_bucket_public_access_block/bucket: the public access block of bucket `bucket-4` is deleted and made anew: in between, policies and access lists can let anyone into bucket `bucket-4` (`bucket` `bucket-4` → `other`)",
    "access aws_s3_bucket_public_access_block/access: who may do what by the public access block of bucket `bucket-4` changes: 1 gained, 1 lost",
  ),
  block(
    "bucket-5",
    "a public access block is in another region",
    [{}, { region: "eu-west-1" }],
    "access aws_s3_bucket_public_access_block/region: the public access block of bucket `bucket-5` is deleted and made anew: in between, policies and access lists can let anyone into bucket `bucket-5` (`region` `eu-central-1` → `eu-west-1`)",
  ),
  ownership(
    "bucket-1",
    "ownership controls are deleted",
    [{}, undefined],
    "access aws_s3_bucket_ownership_controls/deleted: the ownership controls of bucket `bucket-1` are deleted: access lists count in bucket `bucket-1`, and objects belong to whoever writes them",
  ),
  ownership(
    "bucket-2",
    "access lists count again",
    [{}, { rule: { object_ownership: "ObjectWriter" } }],
    "access aws_s3_bucket_ownership_controls/access: whoever an access control list names may use bucket `bucket-2`: its owner no longer decides alone",
  ),
  ownership(
    "bucket-3",
    "ownership controls are for another bucket",
    [{}, { bucket: "other" }],
    "access aws_s3_bucket_ownership_controls/bucket: the ownership controls of bucket `bucket-3` are deleted and made anew: in between, access lists count in bucket `bucket-3` (`bucket` `bucket-3` → `other`)",
    "access aws_s3_bucket_ownership_controls/access: who may do what by the ownership controls of bucket `bucket-3` changes: 1 gained, 1 lost",
  ),
  ownership(
    "bucket-4",
    "ownership controls are in another region",
    [{}, { region: "eu-west-1" }],
    "access aws_s3_bucket_ownership_controls/region: the ownership controls of bucket `bucket-4` are deleted and made anew: in between, access lists count in bucket `bucket-4` (`region` `eu-central-1` → `eu-west-1`)",
  ),
];

const READER = "arn:aws:iam::111122223333:role/mesh/dev/erp/app/dev-erp--reader";

const statement = (Sid: string, ...roles: string[]) => ({
  ...{ Sid, Effect: "Allow", Principal: { AWS: roles }, Action: ["s3:GetObject"] },
  Resource: "arn:aws:s3:::lake/products/order-placed/v1/*",
});

const policyOf = (...statements: object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const policy = rowsOf("aws_s3_bucket_policy", (name) => ({
  bucket: name,
  policy: policyOf(statement("Readers", READER)),
}));

export const BUCKET_POLICIES: readonly PlannedRow[] = [
  policy(
    "bucket-1",
    "a bucket's policy is deleted",
    [{}, undefined],
    "access aws_s3_bucket_policy/deleted: the policy of bucket `bucket-1` is deleted: whom it let in is refused, and whom it kept out is not",
  ),
  policy(
    "bucket-2",
    "a bucket's policy lets another role in",
    [{}, { policy: policyOf(statement("Readers", READER, "111122223333")) }],
    "access aws_s3_bucket_policy/access: whoever account `111122223333` lets may `s3:GetObject` on `arn:aws:s3:::lake/products/order-placed/v1/*`",
  ),
  policy(
    "bucket-3",
    "a bucket's policy lets some in and others out",
    [{}, { policy: policyOf(statement("Readers", "111122223333")) }],
    "access aws_s3_bucket_policy/access: who may do what by the policy of bucket `bucket-3` changes: 1 gained, 1 lost",
  ),
  policy(
    "bucket-4",
    "a bucket's policy is written otherwise",
    [{}, { policy: policyOf(statement("All", READER)) }],
    "none aws_s3_bucket_policy/policy-same: the policy of bucket `bucket-4` is written otherwise, and says the same",
  ),
  policy(
    "bucket-5",
    "a bucket's policy is not known yet",
    [{}, { policy: LATER }],
    "access aws_s3_bucket_policy/access: the policy of bucket `bucket-5` is known after the apply only: who may do what cannot be told",
  ),
  policy(
    "bucket-6",
    "a bucket's policy is for another bucket",
    [{}, { bucket: "other" }],
    "access aws_s3_bucket_policy/bucket: the policy of bucket `bucket-6` is deleted and made anew: in between, whom it let in is refused, and whom it kept out is not (`bucket` `bucket-6` → `other`)",
    "access aws_s3_bucket_policy/access: who may do what by the policy of bucket `bucket-6` changes: 1 gained, 1 lost",
  ),
  policy(
    "bucket-7",
    "a bucket's policy is in another region",
    [{}, { region: "eu-west-1" }],
    "access aws_s3_bucket_policy/region: the policy of bucket `bucket-7` is deleted and made anew: in between, whom it let in is refused, and whom it kept out is not (`region` `eu-central-1` → `eu-west-1`)",
  ),
];
