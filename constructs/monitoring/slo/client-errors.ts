import type { AlarmDefinition } from "../alarm";
import { metricS3Requests, query } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

/** The share of refused requests that looks like somebody trying doors. */
export const CLIENT_ERROR_RATIO = 0.2;

/** Refused requests in five minutes that are too few to mean anything. */
export const MIN_CLIENT_ERRORS = 20;

const FIVE_MINUTES = 300;

/** A spike of refused requests to the bucket port: a broken client, or another domain that probes. */
export function clientErrors(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  if (!product.bucket) return [];
  return [
    {
      signal: ["client-errors"],
      severity: "ticket",
      summary: `${labelOf(product)} refuses more than ${CLIENT_ERROR_RATIO * 100}% of the requests to its bucket`,
      queries: [
        query("refused", FIVE_MINUTES, metricS3Requests(source, product, "4xxErrors")),
        query("requests", FIVE_MINUTES, metricS3Requests(source, product, "AllRequests")),
        {
          id: "ratio",
          periodSeconds: FIVE_MINUTES,
          expression: `IF(FILL(refused, 0) > ${MIN_CLIENT_ERRORS}, refused / requests, 0)`,
        },
      ],
      comparison: "GreaterThanThreshold",
      threshold: CLIENT_ERROR_RATIO,
      evaluationPeriods: 1,
      missingData: "notBreaching",
    },
  ];
}
