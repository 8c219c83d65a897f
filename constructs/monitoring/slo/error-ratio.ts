import type { AlarmDefinition, MetricQuery } from "../alarm";
import { BURN_RATES, burnThreshold, type BurnRate } from "./burn-rate";
import { metricS3Requests, query } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

/** Fewer requests than this in a window say nothing about availability. */
export const MIN_REQUESTS = 20;

/** The share of failed requests to watch for where no availability is promised. */
export const DEFAULT_ERROR_RATIO = 0.01;

const FIVE_MINUTES = 300;

/** Failed requests to the bucket port: by the budget of the promised availability, else over a fixed share. */
export function errorRatio(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  if (!product.bucket) return [];
  const { availabilityPercent } = product.slo;
  return availabilityPercent === undefined
    ? [fixedRatio(product, source)]
    : BURN_RATES.map((rate) => burnAlarm(product, source, rate, availabilityPercent));
}

/** Queries that end in the share of requests that failed, from 0 to 1. */
export function errorRatioQueries(
  product: MonitoredProduct,
  source: SignalSource,
  periodSeconds: number,
): MetricQuery[] {
  return [
    query("failed", periodSeconds, metricS3Requests(source, product, "5xxErrors")),
    query("requests", periodSeconds, metricS3Requests(source, product, "AllRequests")),
    {
      id: "ratio",
      periodSeconds,
      expression: `IF(FILL(requests, 0) > ${MIN_REQUESTS}, FILL(failed, 0) / requests, 0)`,
    },
  ];
}

function burnAlarm(
  product: MonitoredProduct,
  source: SignalSource,
  { name, severity, windowSeconds, factor }: BurnRate,
  objective: number,
): AlarmDefinition {
  return {
    signal: ["availability", name],
    severity,
    summary: `${labelOf(product)} burns the error budget of ${objective}% availability ${factor} times too fast`,
    queries: errorRatioQueries(product, source, windowSeconds),
    comparison: "GreaterThanThreshold",
    threshold: burnThreshold(objective, factor),
    evaluationPeriods: 1,
    missingData: "notBreaching",
  };
}

function fixedRatio(product: MonitoredProduct, source: SignalSource): AlarmDefinition {
  return {
    signal: ["errors"],
    severity: "ticket",
    summary: `${labelOf(product)} fails more than ${DEFAULT_ERROR_RATIO * 100}% of the requests to its bucket`,
    queries: errorRatioQueries(product, source, FIVE_MINUTES),
    comparison: "GreaterThanThreshold",
    threshold: DEFAULT_ERROR_RATIO,
    evaluationPeriods: 3,
    missingData: "notBreaching",
  };
}
