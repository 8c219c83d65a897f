import { DAY } from "./duration";
import type { MeshLimits, MeshPolicy, Seconds, TopicPort } from "./model";

/** What no domain may exceed, where `mesh.yaml` says nothing. */
export const DEFAULT_LIMITS: MeshLimits = {
  partitions: 48,
  /** Ten years. */
  retention: 3650 * DAY,
  /** Two years. */
  sharePeriod: 730 * DAY,
  /** Thirty days. */
  expiryNotice: 30 * DAY,
  /** 10 MiB. */
  producerBytesPerSecond: 10_485_760,
  /** 20 MiB. */
  consumerBytesPerSecond: 20_971_520,
  connectionsPerApp: 20,
};

/** Settings of the policy rules, where `mesh.yaml` says nothing. */
export const DEFAULT_POLICY: MeshPolicy = {
  classifications: ["public", "internal", "confidential", "restricted"],
  personal: ["confidential", "restricted"],
  residency: new Map(),
  contractWeights: [],
};

/** A topic port, where `product.yaml` says nothing. */
export const DEFAULT_TOPIC = {
  partitions: 6,
  /** Seven days. */
  retention: 7 * DAY,
  cleanup: "delete",
  deadLetter: false,
  retries: 0,
} as const;

/** The app that reads, where a subscription says nothing. */
export const DEFAULT_READER = "reader";

/** Replicas of every partition, where an environment says nothing. */
export const DEFAULT_REPLICATION_FACTOR = 3;

/** Port of the Postgres server, where an environment says nothing. */
export const DEFAULT_POSTGRES_PORT = 5432;

/** Replicas of every partition, at most. */
export const MAX_REPLICATION_FACTOR = 9;

/** 10 MiB: the largest record batch that a product may ask for. */
export const MAX_MESSAGE_BYTES = 10_485_760;

/** How long records that failed are kept, in seconds: two weeks, and a week longer than in their topic. */
export function deadLetterRetention({
  cleanup,
  retention,
}: Pick<TopicPort, "cleanup" | "retention">): Seconds {
  return cleanup === "compact" ? 14 * DAY : Math.max(14 * DAY, retention + 7 * DAY);
}

/** How the connection to the Postgres server is secured, where an environment says nothing. */
export const DEFAULT_POSTGRES_SSL_MODE = "verify-full";
