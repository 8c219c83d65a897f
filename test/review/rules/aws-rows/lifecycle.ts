import { LATER } from "../../support/engine-plan";
import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";

const rule = (id: string, prefix: string, does: object, more: object = {}) => ({
  ...{ id, status: "Enabled", filter: [{ prefix }] },
  ...does,
  ...more,
});

const expires = (days: number | string) => ({ expiration: [{ days }] });
const versions = (noncurrent_days: number, newer_noncurrent_versions?: number) => ({
  noncurrent_version_expiration: [{ noncurrent_days, newer_noncurrent_versions }],
});
const goes = (storage_class: string, days: number) => ({ transition: [{ storage_class, days }] });
const aborts = (days_after_initiation: number) => ({
  abort_incomplete_multipart_upload: [{ days_after_initiation }],
});

const ORDERS = "products/order-placed/v1/";
const RETURNS = "products/order-returned/v1/";

const lifecycle = rowsOf("aws_s3_bucket_lifecycle_configuration", (name) => ({
  ...{ bucket: name, rule: [rule("orders", ORDERS, expires(400))] },
}));

/** The lifecycle's rules before and after. */
const rules = (before: object[], after: object[]) => [{ rule: before }, { rule: after }] as const;

export const LIFECYCLES: readonly PlannedRow[] = [
  lifecycle(
    "bucket-1",
    "a lifecycle is new",
    [undefined, {}],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-newly: objects below `products/order-placed/v1/` in bucket `bucket-1` are deleted after `400d` instead of never",
  ),
  lifecycle(
    "bucket-2",
    "a lifecycle is deleted",
    [{}, undefined],
    "cost aws_s3_bucket_lifecycle_configuration/deleted: the lifecycle of bucket `bucket-2` is deleted: nothing in it expires any more, and all of it is paid for",
  ),
  lifecycle(
    "bucket-3",
    "a lifecycle is of another bucket",
    [{}, { bucket: "other" }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-newly: objects below `products/order-placed/v1/` in bucket `other` are deleted after `400d` instead of never",
    "cost aws_s3_bucket_lifecycle_configuration/bucket: the lifecycle of bucket `bucket-3` is deleted: nothing in that bucket expires any more (`bucket` `bucket-3` → `other`)",
  ),
  lifecycle(
    "bucket-4",
    "a lifecycle is for another owner",
    [{}, { expected_bucket_owner: "111122223333" }],
    "cost aws_s3_bucket_lifecycle_configuration/expected_bucket_owner: the lifecycle of bucket `bucket-4` is deleted: nothing in that bucket expires any more (`expected_bucket_owner` `(none)` → `111122223333`)",
  ),
  lifecycle(
    "bucket-5",
    "a lifecycle is in another region",
    [{}, { region: "eu-west-1" }],
    "cost aws_s3_bucket_lifecycle_configuration/region: the lifecycle of bucket `bucket-5` is deleted: nothing in that bucket expires any more (`region` `eu-central-1` → `eu-west-1`)",
  ),
  lifecycle(
    "bucket-6",
    "objects expire sooner",
    [{}, { rule: [rule("orders", ORDERS, expires(30))] }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-sooner: objects below `products/order-placed/v1/` in bucket `bucket-6` are deleted after `30d` instead of after `400d`",
  ),
  lifecycle(
    "bucket-7",
    "objects expire later",
    [{}, { rule: [rule("orders", ORDERS, expires(800))] }],
    "cost aws_s3_bucket_lifecycle_configuration/expires-later: objects below `products/order-placed/v1/` in bucket `bucket-7` are deleted after `800d` instead of after `400d`",
  ),
  lifecycle(
    "bucket-8",
    "objects expire no more",
    [{}, { rule: [rule("orders", ORDERS, aborts(7))] }],
    "cost aws_s3_bucket_lifecycle_configuration/expires-later: objects below `products/order-placed/v1/` in bucket `bucket-8` are not deleted any more, before after `400d`",
    "cost aws_s3_bucket_lifecycle_configuration/uploads-newly: unfinished uploads below `products/order-placed/v1/` in bucket `bucket-8` are dropped after `7d` instead of never",
  ),
  lifecycle(
    "bucket-9",
    "objects below another prefix begin to expire",
    [{}, { rule: [rule("orders", ORDERS, expires(400)), rule("returns", RETURNS, expires(30))] }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-newly: objects below `products/order-returned/v1/` in bucket `bucket-9` are deleted after `30d` instead of never",
  ),
  lifecycle(
    "bucket-10",
    "a rule covers all objects",
    [{}, { rule: [rule("orders", ORDERS, expires(400)), rule("all", "", expires(30))] }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-sooner: objects below `products/order-placed/v1/` in bucket `bucket-10` are deleted after `30d` instead of after `400d`",
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-newly: objects in bucket `bucket-10` are deleted after `30d` instead of never",
  ),
  lifecycle(
    "bucket-11",
    "a rule is called otherwise, and another one stands before it",
    [{}, { rule: [rule("housekeeping", "", aborts(7)), rule("order-placed", ORDERS, expires(400))] }],
    "cost aws_s3_bucket_lifecycle_configuration/uploads-newly: unfinished uploads in bucket `bucket-11` are dropped after `7d` instead of never",
  ),
  lifecycle(
    "bucket-12",
    "a rule is enabled",
    [{ rule: [rule("orders", ORDERS, expires(400), { status: "Disabled" })] }, {}],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-newly: objects below `products/order-placed/v1/` in bucket `bucket-12` are deleted after `400d` instead of never",
  ),
  lifecycle(
    "bucket-13",
    "it is not known when objects expire",
    [{}, { rule: [rule("orders", ORDERS, expires(LATER))] }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/expires-sooner: objects below `products/order-placed/v1/` in bucket `bucket-13` are deleted after a time known after the apply only instead of after `400d`",
  ),
  lifecycle(
    "bucket-14",
    "objects expire on a day",
    [{}, { rule: [rule("orders", ORDERS, { expiration: [{ date: "2027-01-01T00:00:00Z" }] })] }],
    "dataLoss aws_s3_bucket_lifecycle_configuration/date: objects in bucket `bucket-14` are deleted on a fixed day: `2027-01-01T00:00:00Z`",
  ),
  lifecycle(
    "bucket-15",
    "old versions go sooner",
    rules([rule("all", "", versions(90))], [rule("all", "", versions(30))]),
    "dataLoss aws_s3_bucket_lifecycle_configuration/versions-sooner: overwritten and deleted objects in bucket `bucket-15` are gone for good after `30d` instead of after `90d`",
  ),
  lifecycle(
    "bucket-16",
    "old versions begin to go",
    rules([rule("all", "", aborts(7))], [rule("all", "", { ...aborts(7), ...versions(30) })]),
    "dataLoss aws_s3_bucket_lifecycle_configuration/versions-newly: overwritten and deleted objects in bucket `bucket-16` are gone for good after `30d` instead of never",
  ),
  lifecycle(
    "bucket-17",
    "old versions stay longer",
    rules([rule("all", "", versions(30))], [rule("all", "", versions(90))]),
    "cost aws_s3_bucket_lifecycle_configuration/versions-later: overwritten and deleted objects in bucket `bucket-17` are gone for good after `90d` instead of after `30d`",
  ),
  lifecycle(
    "bucket-18",
    "fewer old versions are kept",
    rules([rule("all", "", versions(30, 5))], [rule("all", "", versions(30, 2))]),
    "dataLoss aws_s3_bucket_lifecycle_configuration/fewer-versions: fewer old versions of objects in bucket `bucket-18` are kept than before",
  ),
  lifecycle(
    "bucket-19",
    "objects go to an archive",
    rules([rule("all", "", aborts(7))], [rule("all", "", { ...aborts(7), ...goes("GLACIER", 90) })]),
    "breaks aws_s3_bucket_lifecycle_configuration/archived-newly: objects in bucket `bucket-19` go to an archive, from which reading takes hours, after `90d` instead of never",
  ),
  lifecycle(
    "bucket-20",
    "objects go to an archive sooner, and later",
    rules(
      [rule("a", "a/", goes("DEEP_ARCHIVE", 90)), rule("b", "b/", goes("GLACIER", 30))],
      [rule("a", "a/", goes("DEEP_ARCHIVE", 30)), rule("b", "b/", goes("GLACIER", 90))],
    ),
    "breaks aws_s3_bucket_lifecycle_configuration/archived-sooner: objects below `a/` in bucket `bucket-20` go to an archive, from which reading takes hours, after `30d` instead of after `90d`",
    "cost aws_s3_bucket_lifecycle_configuration/archived-later: objects below `b/` in bucket `bucket-20` go to an archive, from which reading takes hours, after `90d` instead of after `30d`",
  ),
  lifecycle(
    "bucket-21",
    "objects go to another class, sooner, and later",
    rules(
      [
        rule("a", "a/", goes("STANDARD_IA", 90)),
        rule("b", "b/", goes("STANDARD_IA", 30)),
        rule("c", "c/", aborts(7)),
      ],
      [
        rule("a", "a/", goes("STANDARD_IA", 30)),
        rule("b", "b/", goes("STANDARD_IA", 90)),
        rule("c", "c/", { ...aborts(7), ...goes("STANDARD_IA", 60) }),
      ],
    ),
    "cost aws_s3_bucket_lifecycle_configuration/moved-sooner: objects below `a/` in bucket `bucket-21` go to another storage class after `30d` instead of after `90d`",
    "cost aws_s3_bucket_lifecycle_configuration/moved-newly: objects below `c/` in bucket `bucket-21` go to another storage class after `60d` instead of never",
    "cost aws_s3_bucket_lifecycle_configuration/moved-later: objects below `b/` in bucket `bucket-21` go to another storage class after `90d` instead of after `30d`",
  ),
  lifecycle(
    "bucket-22",
    "uploads are dropped sooner, later, and at all",
    rules(
      [rule("a", "a/", aborts(7)), rule("b", "b/", aborts(1)), rule("c", "c/", expires(9))],
      [
        rule("a", "a/", aborts(1)),
        rule("b", "b/", aborts(7)),
        rule("c", "c/", { ...expires(9), ...aborts(3) }),
      ],
    ),
    "cost aws_s3_bucket_lifecycle_configuration/uploads-sooner: unfinished uploads below `a/` in bucket `bucket-22` are dropped after `1d` instead of after `7d`",
    "cost aws_s3_bucket_lifecycle_configuration/uploads-newly: unfinished uploads below `c/` in bucket `bucket-22` are dropped after `3d` instead of never",
    "cost aws_s3_bucket_lifecycle_configuration/uploads-later: unfinished uploads below `b/` in bucket `bucket-22` are dropped after `7d` instead of after `1d`",
  ),
  lifecycle(
    "bucket-23",
    "objects with a tag expire sooner",
    rules(
      [rule("orders", ORDERS, expires(400))],
      [
        rule("orders", ORDERS, expires(400)),
        rule("tmp", ORDERS, expires(3), { filter: [{ and: [{ prefix: ORDERS, tags: { tmp: "yes" } }] }] }),
      ],
    ),
    'dataLoss aws_s3_bucket_lifecycle_configuration/expires-sooner: objects below `products/order-placed/v1/` in bucket `bucket-23` that match `[["tags",{"tmp":"yes"}]]` are deleted after `3d` instead of after `400d`',
  ),
];
