import { deadLetterTopicName, topicName } from "../../../src/names";
import type { AlarmDefinition } from "../alarm";
import { burnThreshold } from "./burn-rate";
import { brokerQueries, brokersFit, sumOf } from "./metrics";
import { labelOf, type MonitoredProduct } from "./monitored-product";
import type { SignalSource } from "./signal-source";

const HOUR = 3600;

/** The topic and its dead-letter topic. */
export const COMPLETENESS_TOPICS = 2;

/**
 * The share of an hour's traffic that went to the dead-letter topic, by bytes. It takes two topics in one alarm, which
 * Metrics Insights cannot do, so that the brokers must be known.
 */
export function completeness(product: MonitoredProduct, { domain, kafka }: SignalSource): AlarmDefinition[] {
  const { completenessPercent } = product.slo;
  if (!product.topic?.deadLetter || kafka === undefined || completenessPercent === undefined) return [];
  if (!brokersFit(kafka, COMPLETENESS_TOPICS)) return [];

  const { product: name, major } = product;
  return [
    {
      signal: ["completeness"],
      severity: "ticket",
      summary: `${labelOf(product)} dead-letters more than a completeness of ${completenessPercent}% allows`,
      queries: [
        ...brokerQueries(kafka, deadLetterTopicName(domain, name, major), HOUR, "dead"),
        ...brokerQueries(kafka, topicName(domain, name, major), HOUR, "good"),
        { id: "lost", periodSeconds: HOUR, expression: sumOf(kafka, "dead") },
        { id: "all", periodSeconds: HOUR, expression: `lost + ${sumOf(kafka, "good")}` },
        { id: "ratio", periodSeconds: HOUR, expression: "IF(all > 0, lost / all, 0)" },
      ],
      comparison: "GreaterThanThreshold",
      threshold: burnThreshold(completenessPercent, 1),
      evaluationPeriods: 1,
      missingData: "notBreaching",
    },
  ];
}
