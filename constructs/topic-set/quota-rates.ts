import type { Rule } from "../validation";

/** 10 MiB per second and broker. */
export const DEFAULT_PRODUCER_BYTES_PER_SECOND = 10_485_760;
/** 20 MiB per second and broker: a port has more readers than writers. */
export const DEFAULT_CONSUMER_BYTES_PER_SECOND = 20_971_520;
/** One whole thread of every broker. */
export const DEFAULT_REQUEST_PERCENTAGE = 100;

/** What a Kafka user may use of every broker. */
export interface QuotaRates {
  /**
   * Per broker.
   * @default 10485760
   */
  readonly producerBytesPerSecond?: number;
  /**
   * Per broker.
   * @default 20971520
   */
  readonly consumerBytesPerSecond?: number;
  /**
   * Share of the time of one request or network thread, per broker; 200 is two threads.
   * @default 100
   */
  readonly requestPercentage?: number;
}

const QUOTA_LIMITS = {
  /** From 1 KiB, below which clients time out, to 10 GiB. */
  producerBytesPerSecond: { min: 1_024, max: 10_737_418_240 },
  consumerBytesPerSecond: { min: 1_024, max: 10_737_418_240 },
  requestPercentage: { min: 1, max: 10_000 },
} as const;

function withinLimits(property: keyof typeof QUOTA_LIMITS): Rule<QuotaRates> {
  const { min, max } = QUOTA_LIMITS[property];
  return {
    holds: ({ [property]: value = min }) => Number.isInteger(value) && value >= min && value <= max,
    problem: ({ [property]: value }) =>
      `${property} must be a whole number from ${min} to ${max}, got ${JSON.stringify(value)}`,
  };
}

/** What brokers and clients can work with. */
export const QUOTA_RULES: readonly Rule<QuotaRates>[] = [
  withinLimits("producerBytesPerSecond"),
  withinLimits("consumerBytesPerSecond"),
  withinLimits("requestPercentage"),
];

/** The configuration of a quota, by Kafka's own names. */
export function quotaConfig(rates: QuotaRates): Record<string, number> {
  return {
    consumer_byte_rate: rates.consumerBytesPerSecond ?? DEFAULT_CONSUMER_BYTES_PER_SECOND,
    producer_byte_rate: rates.producerBytesPerSecond ?? DEFAULT_PRODUCER_BYTES_PER_SECOND,
    request_percentage: rates.requestPercentage ?? DEFAULT_REQUEST_PERCENTAGE,
  };
}
