import { topicName } from "../../../src/names";
import type { AlarmDefinition } from "../alarm";
import { CLOUDWATCH_LIMITS } from "../limits";
import { brokersFit, topicTraffic } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { KafkaMetricsSource, SignalSource } from "./signal-source";
import { alarmWindow, MAX_WINDOW } from "./windows";

/** A shorter window, in seconds, would see a topic as silent between two batches of its producer. */
export const MIN_SILENCE_WINDOW = 300;

/** The longest freshness that can be watched on a topic, in seconds. */
export function maxTopicFreshness(kafka: KafkaMetricsSource): number {
  return brokersFit(kafka) ? MAX_WINDOW : CLOUDWATCH_LIMITS.insightsWindow;
}

/** Nothing was written to the topic for as long as the promised freshness. */
export function silentTopic(product: MonitoredProduct, { domain, kafka }: SignalSource): AlarmDefinition[] {
  const { freshnessSeconds } = product.slo;
  if (!product.topic || kafka === undefined || freshnessSeconds === undefined) return [];
  if (freshnessSeconds > maxTopicFreshness(kafka)) return [];

  const { periodSeconds, evaluationPeriods } = alarmWindow(Math.max(freshnessSeconds, MIN_SILENCE_WINDOW));
  return [
    {
      signal: ["silent-topic"],
      severity: "page",
      summary: `${labelOf(product)} got no new record within its freshness of ${freshnessSeconds} s`,
      queries: topicTraffic(kafka, topicName(domain, product.product, product.major), periodSeconds),
      comparison: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods,
      missingData: "breaching",
    },
  ];
}
