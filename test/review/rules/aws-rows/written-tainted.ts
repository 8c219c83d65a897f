import type { WrittenRow } from "../rows/row";
import { TAINTED, writtenOf } from "./written-of";

/** Types in use, replaced although no argument forces it. */
export const TAINTED_ROWS: readonly WrittenRow[] = [
  writtenOf("aws_s3_bucket", { bucket: "lake" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "breaks/interruption aws_s3_bucket/replaced: bucket `lake` is deleted and a new one made, without what is in it; the apply fails half-way if it is not empty (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_lifecycle_configuration", { bucket: "lake", rule: [] })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "cost aws_s3_bucket_lifecycle_configuration/replaced: the lifecycle of bucket `lake` is deleted: nothing in that bucket expires any more (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_versioning", {
    bucket: "lake",
    versioning_configuration: [{ status: "Enabled" }],
  })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_s3_bucket_versioning/replaced: the versioning of bucket `lake` is suspended: what is overwritten or deleted in bucket `lake` from now on cannot be restored (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_server_side_encryption_configuration", {
    bucket: "lake",
    rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: "a" }] }],
  })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_bucket_server_side_encryption_configuration/replaced: the encryption of bucket `lake` is deleted and made anew: in between, new objects in bucket `lake` are encrypted with S3's own key: nobody needs `a` to read them (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_public_access_block", { bucket: "lake" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_bucket_public_access_block/replaced: the public access block of bucket `lake` is deleted and made anew: in between, policies and access lists can let anyone into bucket `lake` (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_ownership_controls", {
    bucket: "lake",
    rule: [{ object_ownership: "BucketOwnerEnforced" }],
  })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_bucket_ownership_controls/replaced: the ownership controls of bucket `lake` are deleted and made anew: in between, access lists count in bucket `lake` (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_policy", { bucket: "lake", policy: "" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_s3_bucket_policy/replaced: the policy of bucket `lake` is deleted and made anew: in between, whom it let in is refused, and whom it kept out is not (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_logging", { bucket: "lake", target_bucket: "logs", target_prefix: "a/" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_s3_bucket_logging/replaced: the access log of bucket `lake` stops and starts anew: who reads it in between is not recorded (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_metric", { bucket: "lake", name: "orders" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_s3_bucket_metric/replaced: the request metrics of bucket `lake` begin anew: alarms on filter `orders` see no data until then (it is marked as tainted)",
  ),
  writtenOf("aws_s3_bucket_notification", { bucket: "lake", eventbridge: true })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "breaks/interruption aws_s3_bucket_notification/replaced: the notifications of bucket `lake` end and begin anew: whoever starts on new objects in bucket `lake` hears of none in between (it is marked as tainted)",
  ),
  writtenOf("aws_kms_key", { description: "data of orders", deletion_window_in_days: 30 })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_kms_key/replaced: key `data of orders` is scheduled for deletion and another one made: nothing encrypted with it can be read from then on, and after `30` days never again (it is marked as tainted)",
  ),
  writtenOf("aws_kms_alias", { name: "alias/orders", target_key_id: "a" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "breaks/interruption aws_kms_alias/replaced: key alias `alias/orders` is deleted and key alias `alias/orders` made: whoever finds the key by the old name, policies too, finds none (it is marked as tainted)",
  ),
  writtenOf("aws_iam_role", { name: "reader" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "breaks/interruption aws_iam_role/replaced: IAM role `reader` is deleted and made anew: whoever acts as it is refused in between, and policies elsewhere that name it stop matching, since the new one has another id even under the same name (it is marked as tainted)",
  ),
  writtenOf("aws_iam_policy", { name: "read" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_policy/replaced: policy `read` is deleted and made anew: whoever has it attached is refused in between, and the apply fails when something else has it attached (it is marked as tainted)",
  ),
  writtenOf("aws_iam_role_policy_attachment", { role: "reader", policy_arn: "arn:p" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_role_policy_attachment/replaced: the attachment of policy `arn:p` to IAM role `reader` is taken away and the attachment of policy `arn:p` to IAM role `reader` made: the role is refused in between (it is marked as tainted)",
  ),
  writtenOf("aws_iam_openid_connect_provider", { url: "https://ci.example", client_id_list: ["a"] })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_iam_openid_connect_provider/replaced: identity provider `https://ci.example` is deleted and made anew: nobody it vouches for can act as a role in between (it is marked as tainted)",
  ),
  writtenOf("aws_cloudwatch_metric_alarm", { alarm_name: "lag" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_cloudwatch_metric_alarm/replaced: alarm `lag` is deleted with its history and alarm `lag` made: what it watches goes unnoticed in between (it is marked as tainted)",
  ),
  writtenOf("aws_cloudwatch_dashboard", { dashboard_name: "orders" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "none aws_cloudwatch_dashboard/replaced: dashboard `orders` is deleted and dashboard `orders` made (it is marked as tainted)",
  ),
  writtenOf("aws_cloudwatch_log_group", { name: "apps" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_cloudwatch_log_group/replaced: log group `apps` is deleted with all logs in it, and made anew (it is marked as tainted)",
  ),
  writtenOf("aws_sns_topic", { name: "alerts" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_sns_topic/replaced: SNS topic `alerts` is deleted with all subscriptions, also those of others, and SNS topic `alerts` made without them (it is marked as tainted)",
  ),
  writtenOf("aws_sns_topic_policy", { arn: "arn:t", policy: "" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "access aws_sns_topic_policy/replaced: the policy of SNS topic `arn:t` is set anew: only its own account may use it in between (it is marked as tainted)",
  ),
  writtenOf("aws_sns_topic_subscription", {
    topic_arn: "arn:t",
    endpoint: "a@shop.example",
    protocol: "email",
  })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_sns_topic_subscription/replaced: the subscription of `a@shop.example` to SNS topic `arn:t` ends and the subscription of `a@shop.example` to SNS topic `arn:t` begins, which e-mail has to confirm first (it is marked as tainted)",
  ),
  writtenOf("aws_secretsmanager_secret", { name: "app", recovery_window_in_days: 30 })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "dataLoss aws_secretsmanager_secret/replaced: secret `app` is deleted and an empty secret `app` made: nobody can log in with it until somebody fills it (it is marked as tainted)",
  ),
  writtenOf("aws_msk_single_scram_secret_association", { cluster_arn: "arn:c", secret_arn: "arn:s" })(
    "it is tainted",
    [{}, {}],
    TAINTED,
    "interruption aws_msk_single_scram_secret_association/replaced: whoever logs in to Kafka with secret `arn:s` is refused in between (it is marked as tainted)",
  ),
];
