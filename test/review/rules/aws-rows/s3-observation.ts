import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";

const log = rowsOf("aws_s3_bucket_logging", (name) => ({
  ...{ bucket: name, target_bucket: "keeper", target_prefix: "s3/orders/" },
}));

const metric = rowsOf("aws_s3_bucket_metric", (bucketName) => ({
  ...{ bucket: bucketName, name: "order-placed.v1", filter: { prefix: "products/order-placed/v1/" } },
}));

const notification = rowsOf("aws_s3_bucket_notification", (name) => ({ bucket: name, eventbridge: true }));

const queues = (...arns: string[]) =>
  arns.map((queue_arn) => ({ queue_arn, events: ["s3:ObjectCreated:*"] }));

export const OBSERVATIONS: readonly PlannedRow[] = [
  log(
    "bucket-1",
    "an access log ends",
    [{}, undefined],
    "interruption aws_s3_bucket_logging/deleted: the access log of bucket `bucket-1` ends: who reads and writes it is not recorded any more",
  ),
  log(
    "bucket-2",
    "an access log is written elsewhere",
    [{}, { target_prefix: "s3/erp/" }],
    "interruption aws_s3_bucket_logging/target: the access log of bucket `bucket-2` is written elsewhere: `keeper`/`s3/orders/` → `keeper`/`s3/erp/`",
  ),
  log(
    "bucket-3",
    "an access log is of another bucket",
    [{}, { bucket: "other" }],
    "interruption aws_s3_bucket_logging/bucket: the access log of bucket `bucket-3` stops and starts anew: who reads it in between is not recorded (`bucket` `bucket-3` → `other`)",
  ),
  log(
    "bucket-4",
    "an access log is for another owner",
    [{}, { expected_bucket_owner: "111122223333" }],
    "interruption aws_s3_bucket_logging/expected_bucket_owner: the access log of bucket `bucket-4` stops and starts anew: who reads it in between is not recorded (`expected_bucket_owner` `(none)` → `111122223333`)",
  ),
  log(
    "bucket-5",
    "an access log is in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_s3_bucket_logging/region: the access log of bucket `bucket-5` stops and starts anew: who reads it in between is not recorded (`region` `eu-central-1` → `eu-west-1`)",
  ),
  metric(
    "bucket-1",
    "request metrics end",
    [{}, undefined],
    "interruption aws_s3_bucket_metric/deleted: the request metrics of bucket `bucket-1` end: alarms on filter `order-placed.v1` see no data any more",
  ),
  metric(
    "bucket-2",
    "request metrics have another name",
    [{}, { name: "order-placed.v2" }],
    "interruption aws_s3_bucket_metric/name: the request metrics of bucket `bucket-2` begin anew: alarms on filter `order-placed.v1` see no data until then (`name` `order-placed.v1` → `order-placed.v2`)",
  ),
  metric(
    "bucket-3",
    "request metrics are of another bucket",
    [{}, { bucket: "other" }],
    "interruption aws_s3_bucket_metric/bucket: the request metrics of bucket `bucket-3` begin anew: alarms on filter `order-placed.v1` see no data until then (`bucket` `bucket-3` → `other`)",
  ),
  metric(
    "bucket-4",
    "request metrics are in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_s3_bucket_metric/region: the request metrics of bucket `bucket-4` begin anew: alarms on filter `order-placed.v1` see no data until then (`region` `eu-central-1` → `eu-west-1`)",
  ),
  metric(
    "bucket-5",
    "request metrics count other objects",
    [{}, { filter: { prefix: "products/" } }],
    "interruption aws_s3_bucket_metric/filter: the request metrics of bucket `bucket-5` of filter `order-placed.v1` count other objects than before",
  ),
  notification(
    "bucket-1",
    "events end",
    [{}, undefined],
    "breaks/interruption aws_s3_bucket_notification/deleted: the notifications of bucket `bucket-1` end: whoever starts on new objects in bucket `bucket-1` hears of none any more",
  ),
  notification(
    "bucket-2",
    "events to EventBridge end",
    [{}, { eventbridge: false }],
    "breaks/interruption aws_s3_bucket_notification/eventbridge-off: bucket `bucket-2` sends no events to EventBridge any more: whoever starts on new objects in bucket `bucket-2` hears of none by it",
  ),
  notification(
    "bucket-3",
    "events to EventBridge begin",
    [{ eventbridge: false }, {}],
    "additive aws_s3_bucket_notification/eventbridge-on: bucket `bucket-3` sends events to EventBridge",
  ),
  notification(
    "bucket-4",
    "a queue hears nothing more",
    [
      { queue: queues("arn:aws:sqs:eu-central-1:1:a", "arn:aws:sqs:eu-central-1:1:b") },
      { queue: queues("arn:aws:sqs:eu-central-1:1:a") },
    ],
    "breaks/interruption aws_s3_bucket_notification/targets: bucket `bucket-4` does not tell `arn:aws:sqs:eu-central-1:1:b` of new objects any more",
  ),
  notification(
    "bucket-5",
    "events are of another bucket",
    [{}, { bucket: "other" }],
    "breaks/interruption aws_s3_bucket_notification/bucket: the notifications of bucket `bucket-5` end and begin anew: whoever starts on new objects in bucket `bucket-5` hears of none in between (`bucket` `bucket-5` → `other`)",
  ),
  notification(
    "bucket-6",
    "events are in another region",
    [{}, { region: "eu-west-1" }],
    "breaks/interruption aws_s3_bucket_notification/region: the notifications of bucket `bucket-6` end and begin anew: whoever starts on new objects in bucket `bucket-6` hears of none in between (`region` `eu-central-1` → `eu-west-1`)",
  ),
];
