import type { AlarmDefinition } from "../alarm";
import { consumerSignal } from "./consumer-lag";
import { metricConsumerLag, query } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

/** A partition less far behind than this, in records, is not worth a ticket. */
export const MIN_GROWING_LAG = 1000;

const FIVE_MINUTES = 300;

/** A declared consumer falls behind steadily: half an hour of growth, long before the lag itself is too much. */
export function lagGrowth(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  const { kafka } = source;
  if (!product.topic || kafka === undefined) return [];
  return product.topic.consumers.map((consumer) => ({
    signal: ["lag-growth", ...consumerSignal(consumer)],
    severity: "ticket",
    summary: `${consumer.domain}/${consumer.app} has been falling behind on ${labelOf(product)} for half an hour`,
    queries: [
      query("total", FIVE_MINUTES, metricConsumerLag(source, kafka, product, consumer, "SumOffsetLag")),
      query("worst", FIVE_MINUTES, metricConsumerLag(source, kafka, product, consumer, "MaxOffsetLag")),
      {
        id: "growing",
        periodSeconds: FIVE_MINUTES,
        expression: `IF(DIFF(total) > 0 AND worst > ${MIN_GROWING_LAG}, 1, 0)`,
      },
    ],
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    evaluationPeriods: 6,
    missingData: "ignore",
  }));
}
