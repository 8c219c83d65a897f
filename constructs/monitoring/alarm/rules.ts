import type { Rule } from "../../validation";
import { CLOUDWATCH_LIMITS } from "../limits";
import { textProblem } from "../text";
import type { AlarmDefinition, MetricQuery } from "./definition";
import { isInsights, signalId } from "./definition";

const LIMITS = CLOUDWATCH_LIMITS;
/** With the longest owner, link and names, a description still fits into CloudWatch's limit. */
const MAX_SUMMARY = 240;

/** The period of the series that the alarm watches, in seconds. */
export const periodOf = ({ queries }: AlarmDefinition): number => queries.at(-1)?.periodSeconds ?? 0;

/** Seconds an alarm looks back. */
export const windowOf = (definition: AlarmDefinition): number =>
  periodOf(definition) * definition.evaluationPeriods;

/** Seconds an alarm of that period may look back. */
export function maxWindow(periodSeconds: number): number {
  return periodSeconds < LIMITS.longPeriod ? LIMITS.windowOfShortPeriods : LIMITS.windowOfLongPeriods;
}

const isPeriod = (seconds: number): boolean =>
  LIMITS.shortPeriods.includes(seconds) || (seconds > 0 && seconds % LIMITS.periodStep === 0);

const metricsIn = (queries: readonly MetricQuery[]): number =>
  queries.filter(({ metric }) => metric !== undefined).length;
const expressionsIn = (queries: readonly MetricQuery[]): number =>
  queries.filter(({ expression }) => expression !== undefined).length;

const alarm = ({ signal }: AlarmDefinition): string => `alarm '${signalId(signal)}'`;

/** What CloudWatch refuses, or takes and never evaluates. */
export const ALARM_RULES: readonly Rule<AlarmDefinition>[] = [
  {
    holds: ({ queries }) =>
      queries.length > 0 &&
      queries.every(({ metric, expression }) => (metric === undefined) !== (expression === undefined)),
    problem: (d) => `${alarm(d)} needs queries that each hold a metric or an expression, not both`,
  },
  {
    holds: ({ queries }) => new Set(queries.map(({ id }) => id)).size === queries.length,
    problem: (d) => `${alarm(d)} uses a query id twice; give each query its own`,
  },
  {
    holds: ({ queries }) => queries.every(({ id }) => /^[a-z][A-Za-z0-9_]{0,254}$/.test(id)),
    problem: (d) =>
      `${alarm(d)} has a query id that is not a lower-case letter, then letters, digits and '_'`,
  },
  {
    holds: ({ queries }) => queries.every(({ periodSeconds }) => isPeriod(periodSeconds)),
    problem: (d) => `${alarm(d)} has a period of ${badPeriods(d)} s; use 10, 20, 30 or a multiple of 60`,
  },
  {
    holds: ({ queries }) => new Set(queries.map(({ periodSeconds }) => periodSeconds)).size <= 1,
    problem: (d) => `${alarm(d)} mixes periods; give all of its queries the same`,
  },
  {
    holds: ({ evaluationPeriods }) => Number.isInteger(evaluationPeriods) && evaluationPeriods >= 1,
    problem: (d) => `${alarm(d)} must evaluate a whole number of periods from 1, got ${d.evaluationPeriods}`,
  },
  {
    holds: (d) => windowOf(d) <= maxWindow(periodOf(d)),
    problem: (d) =>
      `${alarm(d)} looks back ${windowOf(d)} s, at most ${maxWindow(periodOf(d))} s are possible with periods of ` +
      `${periodOf(d)} s; shorten the window, or use periods of an hour or more`,
  },
  {
    holds: (d) => !d.queries.some(isInsights) || windowOf(d) <= LIMITS.insightsWindow,
    problem: (d) =>
      `${alarm(d)} looks back ${windowOf(d)} s, a Metrics Insights query at most ${LIMITS.insightsWindow} s; ` +
      "shorten the window, or name the metrics one by one",
  },
  {
    holds: ({ queries }) => queries.filter(isInsights).length <= LIMITS.insightsQueries,
    problem: (d) =>
      `${alarm(d)} has several Metrics Insights queries, an alarm takes one; name the metrics one by one`,
  },
  {
    holds: ({ queries }) => metricsIn(queries) <= LIMITS.metricsPerAlarm,
    problem: (d) =>
      `${alarm(d)} retrieves ${metricsIn(d.queries)} metrics, at most ${LIMITS.metricsPerAlarm} are possible`,
  },
  {
    holds: ({ queries }) => expressionsIn(queries) <= LIMITS.expressionsPerAlarm,
    problem: (d) =>
      `${alarm(d)} has ${expressionsIn(d.queries)} expressions, at most ${LIMITS.expressionsPerAlarm} are possible`,
  },
  {
    holds: ({ threshold }) => Number.isFinite(threshold),
    problem: (d) => `${alarm(d)} must have a finite threshold, got ${d.threshold}`,
  },
  {
    holds: ({ queries }) =>
      queries.every((query) => queryTexts(query).every((text) => unsafe(text) === undefined)),
    problem: (d) =>
      d.queries
        .flatMap(queryTexts)
        .map(unsafe)
        .find((found) => found !== undefined) ?? "",
  },
  {
    holds: ({ summary }) => textProblem("summary", summary, MAX_SUMMARY) === undefined,
    problem: ({ summary }) => textProblem("summary", summary, MAX_SUMMARY) ?? "",
  },
];

const MAX_QUERY_TEXT = 1024;

const unsafe = (text: string): string | undefined => textProblem("query", text, MAX_QUERY_TEXT);

function queryTexts({ expression, metric }: MetricQuery): string[] {
  if (expression !== undefined) return [expression];
  if (metric === undefined) return [];
  return [metric.namespace, metric.metricName, ...Object.entries(metric.dimensions).flat()];
}

function badPeriods({ queries }: AlarmDefinition): string {
  return queries
    .map(({ periodSeconds }) => periodSeconds)
    .filter((seconds) => !isPeriod(seconds))
    .join(", ");
}
