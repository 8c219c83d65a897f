import type { MeshEnvironment } from "../environment";
import {
  DEAD_LETTER_MARGIN_HOURS,
  DEFAULT_CLEANUP,
  DEFAULT_COMPRESSION,
  DEFAULT_DEAD_LETTER_RETENTION_HOURS,
  DEFAULT_MAX_MESSAGE_BYTES,
  DEFAULT_REPLICATION_FACTOR,
  DEFAULT_RETENTION_HOURS,
} from "./topic-defaults";
import type { TopicSetProps } from "./topic-set-props";

/** Config key to value. */
export type TopicConfig = Record<string, string>;

const MILLISECONDS_PER_HOUR = 3_600_000;
const FOR_EVER = "-1";

/** Emitting a broker's default shows as a change in every plan, so these entries are left out. */
const BROKER_DEFAULTS: TopicConfig = { "message.timestamp.type": "CreateTime" };

/** Replicas of every partition in an environment. */
export function replicationFactorOf({ kafka }: MeshEnvironment): number {
  return kafka.replicationFactor ?? DEFAULT_REPLICATION_FACTOR;
}

/**
 * How many replicas must confirm a write: 2, or fewer where there are fewer than 3, so that losing one broker does not
 * stop writers.
 */
export function minInSyncReplicas(replicationFactor: number): number {
  return Math.max(1, Math.min(2, replicationFactor - 1));
}

/** How long failed records are kept, in hours: always longer than in the topic they come from. */
export function deadLetterRetentionHours({ retentionHours, cleanup }: TopicSetProps): number {
  if (cleanup === "compact") return DEFAULT_DEAD_LETTER_RETENTION_HOURS;

  const source = retentionHours ?? DEFAULT_RETENTION_HOURS;
  return Math.max(DEFAULT_DEAD_LETTER_RETENTION_HOURS, source + DEAD_LETTER_MARGIN_HOURS);
}

/** The config of the topic itself. */
export function mainTopicConfig(props: TopicSetProps): TopicConfig {
  const cleanup = props.cleanup ?? DEFAULT_CLEANUP;
  const retentionHours = props.retentionHours ?? DEFAULT_RETENTION_HOURS;
  const further = Object.entries(props.config ?? {}).filter(([key, value]) => BROKER_DEFAULTS[key] !== value);

  return {
    ...commonConfig(props),
    "cleanup.policy": cleanup,
    "retention.ms": cleanup === "compact" ? FOR_EVER : inMilliseconds(retentionHours),
    ...Object.fromEntries(further),
  };
}

/** The config of the dead-letter and the retry topics: events, whatever the topic itself holds. */
export function failureTopicConfig(props: TopicSetProps): TopicConfig {
  return {
    ...commonConfig(props),
    "cleanup.policy": "delete",
    "retention.ms": inMilliseconds(deadLetterRetentionHours(props)),
  };
}

function commonConfig({ environment, maxMessageBytes, compression }: TopicSetProps): TopicConfig {
  return {
    "compression.type": compression ?? DEFAULT_COMPRESSION,
    "max.message.bytes": String(maxMessageBytes ?? DEFAULT_MAX_MESSAGE_BYTES),
    "min.insync.replicas": String(minInSyncReplicas(replicationFactorOf(environment))),
    "unclean.leader.election.enable": "false",
  };
}

const inMilliseconds = (hours: number): string => String(hours * MILLISECONDS_PER_HOUR);
