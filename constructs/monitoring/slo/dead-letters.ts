import { deadLetterTopicName } from "../../../src/names";
import type { AlarmDefinition } from "../alarm";
import { topicTraffic } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

const FIVE_MINUTES = 300;

/** Something was written to the dead-letter topic. Bytes tell as well as records, and MSK writes them at no charge. */
export function deadLetters(product: MonitoredProduct, { domain, kafka }: SignalSource): AlarmDefinition[] {
  if (!product.topic?.deadLetter || kafka === undefined) return [];
  return [
    {
      signal: ["dead-letters"],
      severity: "ticket",
      summary: `${labelOf(product)} has new records on its dead-letter topic`,
      queries: topicTraffic(kafka, deadLetterTopicName(domain, product.product, product.major), FIVE_MINUTES),
      comparison: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      missingData: "notBreaching",
    },
  ];
}
