import { say, type Text } from "../../model";
import { isEmpty, shown } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { accessRules } from "./access";

const OTHER_BUCKET = each("bucket", "expected_bucket_owner", "region");

const source = (file: string): string => `plan-review reference §5c; hashicorp/aws 6.25, s3/${file}.go`;

const bucket = (it: Subject): Text => say`bucket ${it.was("bucket")}`;

const logTarget = (it: Subject): Text =>
  say`${it.was("target_bucket")}/${it.was("target_prefix")} → ${it.willBe("target_bucket")}/${it.willBe("target_prefix")}`;

/** `aws_s3_bucket_logging`: who read what. */
export const ACCESS_LOG: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_logging",
  source: source("bucket_logging"),
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} ends: who reads and writes it is not recorded any more`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} stops and starts anew: who reads it in between is not recorded${causes(it)}`,
  },
  forces: OTHER_BUCKET,
  inPlace: [
    {
      ...{ id: "target", verdict: "interruption", cause: ["target_bucket"] },
      when: (it) => it.changes("target_bucket") || it.changes("target_prefix"),
      sentence: (it) => say`${it.thing} is written elsewhere: ${logTarget(it)}`,
    },
  ],
});

/** `aws_s3_bucket_metric`: request metrics, which alarms watch. */
export const REQUEST_METRICS: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_metric",
  source: source("bucket_metric"),
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} end: alarms on filter ${it.was("name")} see no data any more`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} begin anew: alarms on filter ${it.was("name")} see no data until then${causes(it)}`,
  },
  forces: each("name", "bucket", "region"),
  inPlace: [
    changed("filter", ["filter"], {
      verdict: "interruption",
      sentence: (it) => say`${it.thing} of filter ${it.was("name")} count other objects than before`,
    }),
  ],
});

/** Blocks that name who is told, and by what. */
const TARGETS = [
  ["queue", "queue_arn"],
  ["topic", "topic_arn"],
  ["lambda_function", "lambda_function_arn"],
] as const;

const targets = (it: Subject, side: "before" | "after"): string[] =>
  TARGETS.flatMap(([block, arn]) => {
    const list = it[side](block);
    return Array.isArray(list) ? list.map((_, index) => shown(it[side](block, index, arn))) : [];
  });

const untold = (it: Subject): string[] => {
  const kept = new Set(targets(it, "after"));
  return targets(it, "before").filter((arn) => !kept.has(arn));
};

const noEvents = (it: Subject): Text => say`whoever starts on new objects in ${bucket(it)} hears of none`;

/** `aws_s3_bucket_notification` */
export const NOTIFICATIONS: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_notification",
  source: source("bucket_notification"),
  deleted: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => say`${it.thing} end: ${noEvents(it)} any more`,
  },
  replaced: {
    ...{ verdict: "breaks", unread: "interruption" },
    sentence: (it) => say`${it.thing} end and begin anew: ${noEvents(it)} in between${causes(it)}`,
  },
  forces: each("bucket", "region"),
  inPlace: [
    {
      ...{ id: "eventbridge-off", verdict: "breaks", unread: "interruption", cause: ["eventbridge"] },
      when: (it) => it.unsets("eventbridge"),
      sentence: (it) => say`${bucket(it)} sends no events to EventBridge any more: ${noEvents(it)} by it`,
    },
    {
      ...{ id: "eventbridge-on", verdict: "additive", cause: ["eventbridge"] },
      when: (it) => it.sets("eventbridge"),
      sentence: (it) => say`${bucket(it)} sends events to EventBridge`,
    },
    {
      ...{ id: "targets", verdict: "breaks", unread: "interruption" },
      when: (it) => untold(it).length > 0,
      sentence: (it) => say`${bucket(it)} does not tell ${untold(it).join(", ")} of new objects any more`,
    },
  ],
});

const ACL = "aws_s3_bucket_acl";

/** `aws_s3_bucket_acl`: deleting it changes nothing in the bucket. */
export const BUCKET_ACL: readonly Rule[] = [
  ...rulesOf({
    type: ACL,
    source: source("bucket_acl"),
    deleted: {
      verdict: "access",
      sentence: (it) =>
        say`the access list of ${bucket(it)} stays as it is, and Terraform does not know it any more`,
    },
    replaced: {
      verdict: "access",
      sentence: (it) =>
        say`the access list of ${bucket(it)} stays as it is, and another one is written${causes(it)}`,
    },
    forces: each("bucket", "expected_bucket_owner"),
  }),
  ...accessRules({ type: ACL, source: source("bucket_acl") }),
];

const destination = (it: Subject, side: "before" | "after"): string =>
  shown(it[side]("rule", 0, "destination", 0, "bucket"));

const noCopy = (it: Subject): Text =>
  say`what is new in ${bucket(it)} is not copied to ${destination(it, "before")} any more`;

/** `aws_s3_bucket_replication_configuration` */
export const REPLICATION: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_replication_configuration",
  source: source("bucket_replication_configuration"),
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`${noCopy(it)}: what is lost there is lost`,
    wayOut: () => ["keep a backup by other means first"],
  },
  replaced: { verdict: "dataLoss", sentence: (it) => say`${noCopy(it)}${causes(it)}` },
  forces: each("bucket"),
  inPlace: [
    {
      ...{ id: "destination", verdict: "breaks", cause: ["rule"] },
      when: (it) => destination(it, "before") !== destination(it, "after"),
      sentence: (it) => say`${noCopy(it)}, but to ${destination(it, "after")}: what is there stays behind`,
    },
    {
      ...{ id: "disabled", verdict: "dataLoss", cause: ["rule"] },
      when: (it) =>
        it.before("rule", 0, "status") === "Enabled" && it.after("rule", 0, "status") !== "Enabled",
      sentence: (it) => say`${noCopy(it)}: the rule is disabled`,
    },
  ],
});

const RETENTION = ["rule", 0, "default_retention", 0] as const;

const locks = (it: Subject): Text => say`new objects in ${bucket(it)} can be deleted`;

const isLooser = (it: Subject): boolean =>
  it.lowers(...RETENTION, "days") ||
  it.lowers(...RETENTION, "years") ||
  (!isEmpty(it.before(...RETENTION)) && isEmpty(it.after(...RETENTION))) ||
  (it.before(...RETENTION, "mode") === "COMPLIANCE" && it.changes(...RETENTION, "mode"));

/** `aws_s3_bucket_object_lock_configuration` */
export const OBJECT_LOCK: readonly Rule[] = rulesOf({
  type: "aws_s3_bucket_object_lock_configuration",
  source: source("bucket_object_lock_configuration"),
  deleted: { verdict: "dataLoss", sentence: (it) => say`${locks(it)} at once: nothing locks them any more` },
  replaced: { verdict: "dataLoss", sentence: (it) => say`${locks(it)} at once in between${causes(it)}` },
  forces: each("bucket", "expected_bucket_owner"),
  inPlace: [
    {
      ...{ id: "looser", verdict: "dataLoss", cause: ["rule"] },
      when: isLooser,
      sentence: (it) => say`${locks(it)} sooner, or by more people: the lock of the bucket is loosened`,
    },
  ],
});
