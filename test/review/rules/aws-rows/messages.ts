import { LATER } from "../../support/engine-plan";
import { rowsOf } from "../rows/engine/rows-of";
import type { PlannedRow } from "../rows/row";
import { ACCOUNT, allow, policyOf, ROOT } from "./documents";

const topic = rowsOf("aws_sns_topic", (name) => ({ name }));

const topicPolicy = rowsOf("aws_sns_topic_policy", (name) => ({
  arn: `\${aws_sns_topic.${name}.arn}`,
  policy: policyOf(allow("sns:Publish", ROOT)),
}));

const subscription = rowsOf("aws_sns_topic_subscription", (name) => ({
  ...{ topic_arn: "${aws_sns_topic.keeper.arn}", protocol: "email", endpoint: `${name}@shop.example` },
}));

const secret = rowsOf("aws_secretsmanager_secret", (name) => ({ name, recovery_window_in_days: 30 }));

export const MESSAGES: readonly PlannedRow[] = [
  topic(
    "s1",
    "a topic is deleted",
    [{}, undefined],
    "interruption aws_sns_topic/deleted: SNS topic `s1` is deleted with all subscriptions, also those of others: nobody is told of anything",
  ),
  topic(
    "s2",
    "a topic has another name",
    [{}, { name: "s2-other" }],
    "interruption aws_sns_topic/name: SNS topic `s2` is deleted with all subscriptions, also those of others, and SNS topic `s2-other` made without them (`name` `s2` → `s2-other`)",
  ),
  topic(
    "s3",
    "a topic has a name that is made up",
    [{}, { name: undefined, name_prefix: "made-up" }],
    "interruption aws_sns_topic/name_prefix: SNS topic `s3` is deleted with all subscriptions, also those of others, and `aws_sns_topic.row` made without them (`name_prefix` `(none)` → `made-up`)",
  ),
  topic(
    "s4.fifo",
    "a topic keeps an order",
    [{}, { fifo_topic: true }],
    "interruption aws_sns_topic/fifo_topic: SNS topic `s4.fifo` is deleted with all subscriptions, also those of others, and SNS topic `s4.fifo` made without them (`fifo_topic` `false` → `true`)",
  ),
  topic(
    "s5",
    "a topic is in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_sns_topic/region: SNS topic `s5` is deleted with all subscriptions, also those of others, and SNS topic `s5` made without them (`region` `eu-central-1` → `eu-west-1`)",
  ),
  topic(
    "s6",
    "a topic has another key",
    [{}, { kms_master_key_id: "${aws_kms_key.keeper.arn}" }],
    "interruption aws_sns_topic/key: SNS topic `s6` is encrypted with another key: who publishes to it needs that one",
  ),
  topic(
    "s7",
    "a topic's own policy lets anyone in",
    [
      { policy: policyOf(allow("sns:Publish", ROOT)) },
      { policy: policyOf(allow("sns:Publish", { Principal: "*" })) },
    ],
    "access aws_sns_topic/access: anyone may `sns:Publish` on SNS topic `s7`",
  ),
  topicPolicy(
    "y1",
    "a topic's policy is deleted",
    [{}, undefined],
    "access aws_sns_topic_policy/deleted: the policy of SNS topic `arn:aws:sns:eu-central-1:000000000000:y1` is deleted: only its own account may use it",
  ),
  topicPolicy(
    "y2",
    "a topic's policy is of another topic",
    [{}, { arn: "${aws_sns_topic.y6.arn}" }],
    "access aws_sns_topic_policy/arn: the policy of SNS topic `arn:aws:sns:eu-central-1:000000000000:y2` is set anew: only its own account may use it in between (`arn` `arn:aws:sns:eu-central-1:000000000000:y2` → `arn:aws:sns:eu-central-1:000000000000:y6`)",
    "access aws_sns_topic_policy/access: who may do what by the policy of SNS topic `arn:aws:sns:eu-central-1:000000000000:y2` changes: 1 gained, 1 lost",
  ),
  topicPolicy(
    "y3",
    "a topic's policy is in another region",
    [{}, { region: "eu-west-1" }],
    "access aws_sns_topic_policy/region: the policy of SNS topic `arn:aws:sns:eu-central-1:000000000000:y3` is set anew: only its own account may use it in between (`region` `eu-central-1` → `eu-west-1`)",
  ),
  topicPolicy(
    "y4",
    "a topic's policy lets anyone in",
    [{}, { policy: policyOf(allow("sns:Publish", { Principal: "*" })) }],
    "access aws_sns_topic_policy/access: anyone may `sns:Publish` on SNS topic `y4`",
  ),
  topicPolicy(
    "y5",
    "a topic's policy is written otherwise",
    [{}, { policy: policyOf({ ...allow("sns:Publish", ROOT), Sid: "Other" }) }],
    "none aws_sns_topic_policy/policy-same: the policy of SNS topic `arn:aws:sns:eu-central-1:000000000000:y5` is written otherwise, and says the same",
  ),
  subscription(
    "u1",
    "a subscription ends",
    [{}, undefined],
    "interruption aws_sns_topic_subscription/deleted: the subscription of `u1@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` ends: it is told of nothing any more",
  ),
  subscription(
    "u2",
    "a subscription is for another address",
    [{}, { endpoint: "x@shop.example" }],
    "interruption aws_sns_topic_subscription/endpoint: the subscription of `u2@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` ends and the subscription of `x@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` begins, which e-mail has to confirm first (`endpoint` `u2@shop.example` → `x@shop.example`)",
  ),
  subscription(
    "u3",
    "a subscription is of another topic",
    [{}, { topic_arn: "${aws_sns_topic.y6.arn}" }],
    "interruption aws_sns_topic_subscription/topic_arn: the subscription of `u3@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` ends and the subscription of `u3@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:y6` begins, which e-mail has to confirm first (`topic_arn` `arn:aws:sns:eu-central-1:000000000000:keeper` → `arn:aws:sns:eu-central-1:000000000000:y6`)",
  ),
  subscription(
    "u4",
    "a subscription is by other means",
    [{}, { protocol: "email-json" }],
    "interruption aws_sns_topic_subscription/protocol: the subscription of `u4@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` ends and the subscription of `u4@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` begins, which e-mail has to confirm first (`protocol` `email` → `email-json`)",
  ),
  subscription(
    "u5",
    "a subscription is in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_sns_topic_subscription/region: the subscription of `u5@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` ends and the subscription of `u5@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` begins, which e-mail has to confirm first (`region` `eu-central-1` → `eu-west-1`)",
  ),
  subscription(
    "u6",
    "a subscription lets less through",
    [{}, { filter_policy: '{"a":["b"]}' }],
    "interruption aws_sns_topic_subscription/filter: the subscription of `u6@shop.example` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` lets other messages through",
  ),
  subscription(
    "u7",
    "a subscription is raw",
    [
      { protocol: "sqs", endpoint: "arn:aws:sqs:eu-central-1:1:a" },
      { protocol: "sqs", endpoint: "arn:aws:sqs:eu-central-1:1:a", raw_message_delivery: true },
    ],
    "breaks/interruption aws_sns_topic_subscription/raw: messages of the subscription of `arn:aws:sqs:eu-central-1:1:a` to SNS topic `arn:aws:sns:eu-central-1:000000000000:keeper` come in another form: raw `false` → `true`",
  ),
  secret(
    "x1",
    "a secret is deleted",
    [{}, undefined],
    "dataLoss aws_secretsmanager_secret/deleted: secret `x1` is deleted: nobody can read it from then on, and after `30` days it is gone for good",
  ),
  secret(
    "x2",
    "a secret is deleted at once",
    [{ recovery_window_in_days: 0 }, undefined],
    "dataLoss aws_secretsmanager_secret/deleted-at-once: secret `x2` is deleted at once and for good, as its recovery window is 0 days in the state",
  ),
  secret(
    "x3",
    "a secret has another name",
    [{}, { name: "x3-other" }],
    "dataLoss aws_secretsmanager_secret/name: secret `x3` is deleted and an empty secret `x3-other` made: nobody can log in with it until somebody fills it (`name` `x3` → `x3-other`)",
  ),
  secret(
    "x4",
    "a secret has a name that is made up",
    [{}, { name: undefined, name_prefix: "made-up" }],
    "dataLoss aws_secretsmanager_secret/name_prefix: secret `x4` is deleted and an empty `aws_secretsmanager_secret.row` made: nobody can log in with it until somebody fills it (`name_prefix` `(none)` → `made-up`)",
  ),
  secret(
    "x5",
    "a secret is in another region",
    [{}, { region: "eu-west-1" }],
    "dataLoss aws_secretsmanager_secret/region: secret `x5` is deleted and an empty secret `x5` made: nobody can log in with it until somebody fills it (`region` `eu-central-1` → `eu-west-1`)",
  ),
  secret(
    "x6",
    "a secret has another key",
    [{}, { kms_key_id: "${aws_kms_key.keeper.arn}" }],
    "access aws_secretsmanager_secret/key: secret `x6` is encrypted with another key, which its readers need",
  ),
  secret(
    "x7",
    "a secret can be brought back for fewer days",
    [{}, { recovery_window_in_days: 7 }],
    "cost aws_secretsmanager_secret/window-shorter: a deletion of secret `x7` can be taken back for fewer days: `30` → `7`",
  ),
  secret(
    "x8",
    "a secret's policy lets anyone in",
    [
      { policy: policyOf(allow("secretsmanager:GetSecretValue", ROOT)) },
      { policy: policyOf(allow("secretsmanager:GetSecretValue", { Principal: "*" })) },
    ],
    "access aws_secretsmanager_secret/access: anyone may `secretsmanager:GetSecretValue` on secret `x8`",
  ),
];

const association = rowsOf("aws_msk_single_scram_secret_association", (name) => ({
  cluster_arn: `arn:aws:kafka:eu-central-1:${ACCOUNT}:cluster/mesh/abc`,
  secret_arn: `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:AmazonMSK_${name}-AbC123`,
}));

export const ASSOCIATIONS: readonly PlannedRow[] = [
  association(
    "z1",
    "a login of MSK is new",
    [undefined, {}],
    "access aws_msk_single_scram_secret_association/created: whoever has secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z1-AbC123` may log in to cluster `arn:aws:kafka:eu-central-1:111122223333:cluster/mesh/abc`",
  ),
  association(
    "z2",
    "a login of MSK ends",
    [{}, undefined],
    "access aws_msk_single_scram_secret_association/deleted: whoever logs in to Kafka with secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z2-AbC123` is refused from now on",
  ),
  association(
    "z3",
    "a login of MSK has another secret",
    [{}, { secret_arn: `arn:aws:secretsmanager:eu-central-1:${ACCOUNT}:secret:AmazonMSK_other-AbC123` }],
    "interruption aws_msk_single_scram_secret_association/secret_arn: whoever logs in to Kafka with secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z3-AbC123` is refused in between (`secret_arn` `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z3-AbC123` → `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_other-AbC123`)",
  ),
  association(
    "z4",
    "a login of MSK is for another cluster",
    [{}, { cluster_arn: `arn:aws:kafka:eu-central-1:${ACCOUNT}:cluster/other/abc` }],
    "interruption aws_msk_single_scram_secret_association/cluster_arn: whoever logs in to Kafka with secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z4-AbC123` is refused in between (`cluster_arn` `arn:aws:kafka:eu-central-1:111122223333:cluster/mesh/abc` → `arn:aws:kafka:eu-central-1:111122223333:cluster/other/abc`)",
  ),
  association(
    "z5",
    "a login of MSK is in another region",
    [{}, { region: "eu-west-1" }],
    "interruption aws_msk_single_scram_secret_association/region: whoever logs in to Kafka with secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z5-AbC123` is refused in between (`region` `eu-central-1` → `eu-west-1`)",
  ),
  association(
    "z6",
    "a login of MSK has a secret that is not known yet",
    [{}, { secret_arn: LATER }],
    "interruption aws_msk_single_scram_secret_association/secret_arn: whoever logs in to Kafka with secret `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z6-AbC123` is refused in between (`secret_arn` `arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_z6-AbC123` → `(known after apply)`)",
    "interruption generic/unknown-forces: `aws_msk_single_scram_secret_association.row` is replaced for a value that is known after the apply only, even if it turns out as it was: `secret_arn`",
  ),
];
