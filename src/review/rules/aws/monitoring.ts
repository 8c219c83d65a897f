import { joined, say, type Text, type Value } from "../../model";
import { isTrue, numberOf } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { REFERENCE, page } from "./sources";

/** Whom an alarm tells, by the state it tells of. */
const ACTIONS = ["alarm_actions", "insufficient_data_actions", "ok_actions"] as const;

const fewerActions = (it: Subject): string[] => ACTIONS.flatMap((name) => it.removed(name));

const moreActions = (it: Subject): string[] => ACTIONS.flatMap((name) => it.added(name));

/** What decides when an alarm fires. */
const CONDITIONS = [
  ...["threshold", "comparison_operator", "evaluation_periods", "datapoints_to_alarm", "period"],
  ...["statistic", "extended_statistic", "treat_missing_data", "metric_query", "metric_name", "dimensions"],
] as const;

const conditions = (it: Subject): readonly Text[] =>
  CONDITIONS.filter((name) => it.changes(name)).map((name) =>
    isPlain(it.before(name)) && isPlain(it.after(name)) ? say`${name} ${it.shift(name)}` : say`${name}`,
  );

/** True for what can be written in a line. */
const isPlain = (value: Value | undefined): boolean => typeof value !== "object" || value === null;

const ALARM: readonly Rule[] = rulesOf({
  type: "aws_cloudwatch_metric_alarm",
  source: REFERENCE,
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} is deleted with its history: what it watches goes unnoticed`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is deleted with its history and ${it.thingAfter} made: what it watches goes unnoticed in between${causes(it)}`,
  },
  forces: each("alarm_name", "region"),
  inPlace: [
    {
      ...{ id: "muted", verdict: "interruption", cause: ["actions_enabled"] },
      when: (it) => it.before("actions_enabled") !== false && it.after("actions_enabled") === false,
      sentence: (it) => say`${it.thing} tells nobody any more: its actions are off`,
      wayOut: () => ["leave them on"],
    },
    {
      ...{ id: "unmuted", verdict: "additive", cause: ["actions_enabled"] },
      when: (it) => it.sets("actions_enabled"),
      sentence: (it) => say`${it.thing} tells again: its actions are on`,
    },
    {
      ...{ id: "fewer-told", verdict: "interruption", cause: ["alarm_actions"] },
      when: (it) => fewerActions(it).length > 0,
      sentence: (it) => say`${it.thing} does not tell ${fewerActions(it).join(", ")} any more`,
    },
    {
      ...{ id: "more-told", verdict: "additive", cause: ["alarm_actions"] },
      when: (it) => moreActions(it).length > 0,
      sentence: (it) => say`${it.thing} also tells ${moreActions(it).join(", ")}`,
    },
    changed("described", ["alarm_description"], {
      verdict: "none",
      sentence: (it) => say`${it.thing} is described otherwise`,
    }),
    {
      ...{ id: "conditions", verdict: "cost" },
      when: (it) => conditions(it).length > 0,
      sentence: (it) => say`${it.thing} fires otherwise: ${joined(conditions(it), ", ")}`,
    },
  ],
});

const DASHBOARD: readonly Rule[] = rulesOf({
  type: "aws_cloudwatch_dashboard",
  source: REFERENCE,
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} is deleted: nobody sees it any more`,
  },
  replaced: {
    verdict: "none",
    sentence: (it) => say`${it.thing} is deleted and ${it.thingAfter} made${causes(it)}`,
  },
  forces: each("dashboard_name", "region"),
  inPlace: [
    changed("changed", ["dashboard_body"], {
      verdict: "none",
      sentence: (it) => say`${it.thing} shows something else`,
    }),
  ],
});

/** Days, with nothing and 0 for ever. Source: CloudWatch Logs, PutRetentionPolicy. */
const retention = (value: ReturnType<Subject["before"]>): number => {
  const days = numberOf(value);
  return days === undefined || days === 0 ? Infinity : days;
};

const daysText = (days: number): Text => (days === Infinity ? ["for ever"] : say`${`${days}d`}`);

const keeps = (it: Subject): readonly [before: number, after: number] => [
  retention(it.before("retention_in_days")),
  retention(it.after("retention_in_days")),
];

const LOG_GROUP: readonly Rule[] = rulesOf({
  type: "aws_cloudwatch_log_group",
  source: page("cloudwatch_log_group"),
  instead: [
    {
      ...{ id: "kept", verdict: "cost", cause: ["skip_destroy"] },
      when: (it) => isTrue(it.before("skip_destroy")),
      sentence: (it) =>
        say`${it.thing} stays with its logs, and Terraform does not know it any more: ${"skip_destroy"} is set in the state${causes(it)}`,
    },
  ],
  deleted: { verdict: "dataLoss", sentence: (it) => say`${it.thing} is deleted with all logs in it` },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is deleted with all logs in it, and made anew${causes(it)}`,
  },
  forces: each("name", "name_prefix", "log_group_class", "region"),
  inPlace: [
    {
      ...{ id: "keeps-less", verdict: "dataLoss", cause: ["retention_in_days"] },
      when: (it) => keeps(it)[1] < keeps(it)[0],
      sentence: (it) =>
        say`${it.thing} keeps logs ${daysText(keeps(it)[1])} instead of ${daysText(keeps(it)[0])}: older ones are deleted`,
      wayOut: (it) => say`keep them ${daysText(keeps(it)[0])}, or export older ones first`,
    },
    {
      ...{ id: "keeps-more", verdict: "cost", cause: ["retention_in_days"] },
      when: (it) => keeps(it)[1] > keeps(it)[0],
      sentence: (it) =>
        say`${it.thing} keeps logs ${daysText(keeps(it)[1])} instead of ${daysText(keeps(it)[0])}: more is paid for`,
    },
    {
      ...{ id: "not-kept", verdict: "cost", cause: ["skip_destroy"] },
      when: (it) => it.unsets("skip_destroy"),
      sentence: (it) =>
        say`the next deletion of ${it.thing} takes its logs along: ${"skip_destroy"} is taken back`,
    },
    changed("key", ["kms_key_id"], {
      verdict: "access",
      sentence: (it) => say`new logs of ${it.thing} are encrypted with another key`,
    }),
  ],
});

/** Alarms, dashboards, logs. */
export const MONITORING: readonly Rule[] = [...ALARM, ...DASHBOARD, ...LOG_GROUP];
