/** Six partitions divide evenly among 1, 2, 3 and 6 consumers; adding more later moves keys to other partitions. */
export const DEFAULT_PARTITIONS = 6;
/** Replicas of every partition. */
export const DEFAULT_REPLICATION_FACTOR = 3;
/** Seven days. */
export const DEFAULT_RETENTION_HOURS = 168;
/** Fourteen days, or more where the source keeps its records longer: see `deadLetterRetentionHours`. */
export const DEFAULT_DEAD_LETTER_RETENTION_HOURS = 336;
/** How much longer than its source a dead-letter topic keeps a record, at least: the time to notice and to replay. */
export const DEAD_LETTER_MARGIN_HOURS = 168;
/** Kafka's own default of `max.message.bytes`: 1 MiB and the overhead of a record batch. */
export const DEFAULT_MAX_MESSAGE_BYTES = 1_048_588;
/** The broker keeps what the producer compressed, so that it spends no time on it. */
export const DEFAULT_COMPRESSION = "producer";
/** Events, each kept for the retention time. */
export const DEFAULT_CLEANUP = "delete";

/** What a topic set accepts. A change of the upper limits belongs to the platform. */
export const TOPIC_LIMITS = {
  partitions: { min: 1, max: 1_000 },
  replicationFactor: { min: 1, max: 9 },
  /** Ten years. */
  retentionHours: { min: 1, max: 87_600 },
  retries: { min: 0, max: 10 },
  /** 1 KiB to 10 MiB. */
  maxMessageBytes: { min: 1_024, max: 10_485_760 },
} as const;
