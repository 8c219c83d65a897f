import { CLOUDWATCH_LIMITS } from "../limits";
import { COMPLETENESS_TOPICS } from "./completeness";
import { brokersFit } from "./metrics";
import { isWatched, labelOf, type MonitoredProduct, type ServiceLevel } from "./monitored-product";
import type { SignalGap, SignalSource } from "./signal-source";
import { maxTopicFreshness } from "./silent-topic";

/** A promise that nothing watches. */
export interface UncoveredSlo extends SignalGap {
  /** `order-placed.v1`. */
  readonly product: string;
  readonly slo: keyof ServiceLevel;
}

type Gap = (product: MonitoredProduct, source: SignalSource) => SignalGap | undefined;

const GAPS: Readonly<Record<keyof ServiceLevel, Gap>> = {
  availabilityPercent: ({ bucket }) =>
    bucket
      ? undefined
      : {
          reason: "only a bucket port counts failed requests",
          fix: "give the product a bucket port, or leave availability out",
        },
  freshnessSeconds: freshnessGap,
  lagSeconds: (product, { kafkaGap }) => {
    if (!product.topic) return { reason: "only a topic has consumers that lag", fix: "leave lag out" };
    if (kafkaGap) return kafkaGap;
    return product.topic.consumers.length > 0
      ? undefined
      : { reason: "no consumer of the topic is declared", fix: "leave lag out until there is one" };
  },
  completenessPercent: completenessGap,
};

/** The promises of a product that no alarm holds, and why; none for a product that is a draft or retired. */
export function uncoveredSlos(product: MonitoredProduct, source: SignalSource): UncoveredSlo[] {
  if (!isWatched(product)) return [];
  return (Object.keys(GAPS) as (keyof ServiceLevel)[]).flatMap((slo) => {
    const gap = product.slo[slo] === undefined ? undefined : GAPS[slo](product, source);
    return gap === undefined ? [] : [{ product: labelOf(product), slo, ...gap }];
  });
}

function freshnessGap({ bucket, topic, slo }: MonitoredProduct, source: SignalSource): SignalGap | undefined {
  if (!topic) {
    return bucket
      ? undefined
      : {
          reason: "CloudWatch knows no last write of a schema",
          fix: "give the product a topic or bucket port, or leave freshness out",
        };
  }
  if (source.kafkaGap) return source.kafkaGap;
  const longest = source.kafka === undefined ? 0 : maxTopicFreshness(source.kafka);
  return (slo.freshnessSeconds ?? 0) <= longest
    ? undefined
    : {
        reason: `an alarm on a Metrics Insights query looks back at most ${longest} s`,
        fix: `state brokerCount, at most ${CLOUDWATCH_LIMITS.metricsPerAlarm}, or promise a shorter freshness`,
      };
}

function completenessGap(
  { topic }: MonitoredProduct,
  { kafka, kafkaGap }: SignalSource,
): SignalGap | undefined {
  if (!topic?.deadLetter) {
    return {
      reason: "completeness is measured by what is dead-lettered",
      fix: "give the product a topic with a dead-letter topic, or leave completeness out",
    };
  }
  if (kafkaGap) return kafkaGap;
  return kafka !== undefined && brokersFit(kafka, COMPLETENESS_TOPICS)
    ? undefined
    : {
        reason: "two topics in one alarm need their metrics named broker by broker",
        fix: `state brokerCount, at most ${CLOUDWATCH_LIMITS.metricsPerAlarm / COMPLETENESS_TOPICS}`,
      };
}
