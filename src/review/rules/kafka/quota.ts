import { isFields, joined, say, UNKNOWN, type Text, type Value } from "../../model";
import { isEmpty, numberOf } from "../../things";
import { causes, each, forcing, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";

const isTighter = (it: Subject, name: string): boolean =>
  (isEmpty(it.before("config", name)) && numberOf(it.after("config", name)) !== undefined) ||
  it.lowers("config", name);

const isLooser = (it: Subject, name: string): boolean =>
  (isEmpty(it.after("config", name)) && !isEmpty(it.before("config", name))) || it.raises("config", name);

/** Limits that change like that, sorted. */
const limits = (it: Subject, like: typeof isTighter): string[] =>
  [...new Set([...keys(it.before("config")), ...keys(it.after("config"))])]
    .filter((name) => like(it, name))
    .sort();

const keys = (value: Value | undefined): string[] => (isFields(value) ? Object.keys(value) : []);

const shifts = (it: Subject, like: typeof isTighter): Text =>
  joined(
    limits(it, like).map((name) => say`${name} ${it.shift("config", name)}`),
    ", ",
  );

const isLive = ({ change }: Subject): boolean => change.action === "replace" || change.action === "update";

/** `kafka_quota`: nothing changes in place, so that any new number is a moment without a limit. */
export const QUOTA: readonly Rule[] = rulesOf({
  type: "kafka_quota",
  source: "plan-review reference §5a; Mongey/kafka, resource_kafka_quota.go",
  created: {
    verdict: "cost",
    sentence: (it) => say`${it.thingAfter} is new: its clients are throttled beyond it`,
  },
  deleted: {
    verdict: "cost",
    sentence: (it) => say`${it.thing} is deleted: its clients are not limited any more`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is removed and set anew: its clients are not limited in between, and stay so if the second step fails${causesOf(it)}`,
  },
  forces: each("entity_name", "entity_type", "config"),
  besides: [
    {
      ...{ id: "limit-lower", verdict: "cost", cause: ["config"] },
      when: (it) => isLive(it) && limits(it, isTighter).length > 0,
      sentence: (it) => say`${it.thing} gets smaller: ${shifts(it, isTighter)}`,
    },
    {
      ...{ id: "limit-higher", verdict: "cost", cause: ["config"] },
      when: (it) => isLive(it) && limits(it, isLooser).length > 0,
      sentence: (it) => say`${it.thing} gets larger: ${shifts(it, isLooser)}`,
    },
    {
      ...{ id: "becomes", verdict: "cost", cause: ["entity_name"] },
      when: (it) =>
        it.change.action === "replace" && (it.changes("entity_name") || it.changes("entity_type")),
      sentence: (it) => say`${it.thing} becomes ${it.thingAfter}: the former is not limited any more`,
    },
    {
      ...{ id: "config-unknown", verdict: "cost", cause: ["config"] },
      when: (it) => isLive(it) && it.after("config") === UNKNOWN,
      sentence: (it) => say`the limits of ${it.thing} are known after the apply only`,
    },
  ],
});

/** The numbers have a sentence of their own. */
const causesOf = (it: Subject): Text => (forcing(it.change).join() === "config" ? [] : causes(it));
