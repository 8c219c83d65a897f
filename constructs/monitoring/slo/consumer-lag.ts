import type { AlarmDefinition } from "../alarm";
import { metricConsumerLag, query } from "./metrics";
import { labelOf, type MonitoredConsumer, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

const FIVE_MINUTES = 300;

/**
 * A declared consumer is further behind than promised. MSK writes lag only for groups that are alive, so that a
 * missing value means a consumer that is gone.
 */
export function consumerLag(product: MonitoredProduct, source: SignalSource): AlarmDefinition[] {
  const { kafka } = source;
  const { lagSeconds } = product.slo;
  if (!product.topic || kafka === undefined || lagSeconds === undefined) return [];
  return product.topic.consumers.map((consumer) => ({
    signal: ["lag-time", ...consumerSignal(consumer)],
    severity: "page",
    summary: `${consumer.domain}/${consumer.app} is more than ${lagSeconds} s behind on ${labelOf(product)}, or gone`,
    queries: [
      query("lag", FIVE_MINUTES, metricConsumerLag(source, kafka, product, consumer, "EstimatedMaxTimeLag")),
    ],
    comparison: "GreaterThanThreshold",
    threshold: lagSeconds,
    evaluationPeriods: 3,
    missingData: "breaching",
  }));
}

/** The parts of a signal's name that say which consumer it is about. */
export function consumerSignal({ domain, app, purpose }: MonitoredConsumer): string[] {
  return purpose === undefined ? [domain, app] : [domain, app, purpose];
}
