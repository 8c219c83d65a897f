import { say } from "../../model";
import { numberOf } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";
import { page, REFERENCE } from "./sources";

const TOPIC: readonly Rule[] = rulesOf({
  type: "aws_sns_topic",
  source: REFERENCE,
  deleted: {
    ...{ verdict: "interruption" },
    sentence: (it) =>
      say`${it.thing} is deleted with all subscriptions, also those of others: nobody is told of anything`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted with all subscriptions, also those of others, and ${it.thingAfter} made without them${causes(it)}`,
  },
  forces: each("name", "name_prefix", "fifo_topic", "region"),
  inPlace: [
    changed("key", ["kms_master_key_id"], {
      verdict: "interruption",
      sentence: (it) => say`${it.thing} is encrypted with another key: who publishes to it needs that one`,
    }),
  ],
});

const TOPIC_POLICY: readonly Rule[] = rulesOf({
  type: "aws_sns_topic_policy",
  source: page("sns_topic_policy"),
  deleted: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is deleted: only its own account may use it`,
  },
  replaced: {
    verdict: "access",
    sentence: (it) => say`${it.thing} is set anew: only its own account may use it in between${causes(it)}`,
  },
  forces: each("arn", "region"),
});

const SUBSCRIPTION: readonly Rule[] = rulesOf({
  type: "aws_sns_topic_subscription",
  source: page("sns_topic_subscription"),
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} ends: it is told of nothing any more`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} ends and ${it.thingAfter} begins, which e-mail has to confirm first${causes(it)}`,
  },
  forces: each("topic_arn", "protocol", "endpoint", "region"),
  inPlace: [
    changed("filter", ["filter_policy"], {
      verdict: "interruption",
      sentence: (it) => say`${it.thing} lets other messages through`,
    }),
    changed("raw", ["raw_message_delivery"], {
      ...{ verdict: "breaks", unread: "interruption" },
      sentence: (it) =>
        say`messages of ${it.thing} come in another form: raw ${it.shift("raw_message_delivery")}`,
    }),
  ],
});

/** Days in which a deleted secret can be brought back. Source: AWS Secrets Manager, DeleteSecret. */
const DEFAULT_WINDOW_DAYS = 30;

const window = (it: Subject): number => numberOf(it.before("recovery_window_in_days")) ?? DEFAULT_WINDOW_DAYS;

const SECRET: readonly Rule[] = rulesOf({
  type: "aws_secretsmanager_secret",
  source: page("secretsmanager_secret"),
  instead: [
    {
      ...{ id: "deleted-at-once", verdict: "dataLoss", cause: ["recovery_window_in_days"] },
      when: (it) => window(it) === 0,
      sentence: (it) =>
        say`${it.thing} is deleted at once and for good, as its recovery window is 0 days in the state${causes(it)}`,
      wayOut: () => say`apply a ${"recovery_window_in_days"} of 7 or more first`,
    },
  ],
  deleted: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted: nobody can read it from then on, and after ${window(it)} days it is gone for good`,
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted and an empty ${it.thingAfter} made: nobody can log in with it until somebody fills it${causes(it)}`,
  },
  forces: each("name", "name_prefix", "region"),
  inPlace: [
    changed("key", ["kms_key_id"], {
      verdict: "access",
      sentence: (it) => say`${it.thing} is encrypted with another key, which its readers need`,
    }),
    {
      ...{ id: "window-shorter", verdict: "cost", cause: ["recovery_window_in_days"] },
      when: (it) => it.lowers("recovery_window_in_days"),
      sentence: (it) =>
        say`a deletion of ${it.thing} can be taken back for fewer days: ${it.shift("recovery_window_in_days")}`,
    },
  ],
});

const WHO_MAY: readonly Rule[] = [
  ...accessRules({ type: "aws_sns_topic", source: REFERENCE }),
  ...accessRules({ type: "aws_sns_topic_policy", source: page("sns_topic_policy"), attribute: "policy" }),
  ...accessRules({ type: "aws_secretsmanager_secret", source: page("secretsmanager_secret") }),
];

/** Notifications and secrets. */
export const MESSAGES_AND_SECRETS: readonly Rule[] = [
  ...[...TOPIC, ...TOPIC_POLICY, ...SUBSCRIPTION, ...SECRET],
  ...WHO_MAY,
];
