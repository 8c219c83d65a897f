import type { LockedProduct, LossCode } from "../manifest";
import type { Product, TopicPort } from "./model";

/** Something a product had at the last release and would not have any more. */
export interface Loss {
  readonly change: LossCode;
  /** What goes, and what of it: `the topic's partitions go from 12 to 6`. */
  readonly what: string;
  /** Where the lock says it. */
  readonly field: readonly string[];
  /** Where the manifest would say it; empty for the product as a whole. */
  readonly path: readonly string[];
}

/** What is kept in the lock of a product as it is now. */
export function lockedProductOf({ lifecycle, topic, bucket, schema }: Product): LockedProduct {
  return {
    lifecycle,
    ...(topic && {
      topic: {
        ...{ partitions: topic.partitions, cleanup: topic.cleanup },
        ...{ deadLetter: topic.deadLetter, retries: topic.retries },
        // A compacted topic keeps the last record of a key for ever, whatever its retention.
        ...(topic.cleanup === "compact"
          ? {}
          : { retentionSeconds: topic.retention, ...retentionBytes(topic) }),
      },
    }),
    ...(bucket && { bucket: bucket.retention === undefined ? {} : { retentionSeconds: bucket.retention } }),
    ...(schema && { schema: true }),
  };
}

/** Kafka deletes what is over this size as well; -1 stands for no limit. */
function retentionBytes({ config }: TopicPort): { readonly retentionBytes?: number } {
  const bytes = Number(config["retention.bytes"]);
  return Number.isSafeInteger(bytes) && bytes >= 0 ? { retentionBytes: bytes } : {};
}

/** What of a released product would be lost, by the manifests as they are now. */
export function lossesOf(before: LockedProduct, product: Product | undefined): Loss[] {
  if (product === undefined)
    return [{ change: "ProductRemoved", what: "it is gone, with all of its data", field: [], path: [] }];
  return lossesBetween(before, lockedProductOf(product));
}

/** What the one has and the other has not any more. */
export function lossesBetween(before: LockedProduct, now: LockedProduct): Loss[] {
  return [
    ...topicLosses(before.topic, now.topic),
    ...bucketLosses(before.bucket, now.bucket),
    ...schemaLosses(before, now),
  ];
}

function topicLosses(before: LockedProduct["topic"], now: LockedProduct["topic"]): Loss[] {
  if (before === undefined) return [];
  if (now === undefined) return [portRemoved("its topic goes, with all records", ["topic"], ["ports"])];

  const losses: Loss[] = [];
  const path = (key: string): readonly string[] => ["ports", "topic", key];
  if (now.partitions < before.partitions) {
    losses.push({
      change: "PartitionDecrease",
      what: `its topic's partitions go from ${before.partitions} to ${now.partitions}: the topic is deleted, with all records`,
      field: ["topic", "partitions"],
      path: path("partitions"),
    });
  }
  if (before.deadLetter && !now.deadLetter) {
    losses.push(portRemoved("its dead letters go", ["topic", "deadLetter"], path("deadLetter")));
  }
  if (now.retries < before.retries) {
    const what = `its retry topics go from ${before.retries} to ${now.retries}`;
    losses.push(portRemoved(what, ["topic", "retries"], path("retries")));
  }
  if (now.cleanup !== before.cleanup) {
    const what = `its topic's cleanup goes from ${before.cleanup} to ${now.cleanup}: other records are kept than before`;
    losses.push({ change: "CleanupChanged", what, field: ["topic", "cleanup"], path: path("cleanup") });
  }
  return [...losses, ...topicRetentionLosses(before, now)];
}

type LockedTopic = NonNullable<LockedProduct["topic"]>;

/** Apart from the cleanup: who accepts another cleanup has not accepted a shorter retention. */
function topicRetentionLosses(before: LockedTopic, now: LockedTopic): Loss[] {
  if (before.cleanup === "compact" || now.cleanup === "compact") return []; // Nothing expires, or the cleanup says it.

  const losses: Loss[] = [];
  if (isShorter(now.retentionSeconds, before.retentionSeconds)) {
    losses.push(
      retentionDecrease("its topic's records", before.retentionSeconds, now.retentionSeconds, "topic"),
    );
  }
  if (isShorter(now.retentionBytes, before.retentionBytes)) {
    losses.push({
      change: "RetentionDecrease",
      what: `${now.retentionBytes ?? "all"} bytes of a partition of its topic are kept instead of ${before.retentionBytes ?? "all"}`,
      field: ["topic", "retentionBytes"],
      path: ["ports", "topic", "config", "retention.bytes"],
    });
  }
  return losses;
}

function bucketLosses(before: LockedProduct["bucket"], now: LockedProduct["bucket"]): Loss[] {
  if (before === undefined) return [];
  if (now === undefined)
    return [
      portRemoved("its bucket prefix goes: nobody reads or expires its objects", ["bucket"], ["ports"]),
    ];
  if (!isShorter(now.retentionSeconds, before.retentionSeconds)) return [];
  return [retentionDecrease("its objects", before.retentionSeconds, now.retentionSeconds, "bucket")];
}

function schemaLosses({ schema: before }: LockedProduct, { schema: now }: LockedProduct): Loss[] {
  return before === true && now !== true
    ? [portRemoved("its schema goes, with its tables", ["schema"], ["ports"])]
    : [];
}

function portRemoved(what: string, field: readonly string[], path: readonly string[]): Loss {
  return { change: "PortRemoved", what, field, path };
}

function retentionDecrease(
  whose: string,
  before: number | undefined,
  now: number | undefined,
  port: "topic" | "bucket",
): Loss {
  return {
    change: "RetentionDecrease",
    what: `${whose} are kept for ${days(now)} instead of ${days(before)}`,
    field: [port, "retentionSeconds"],
    path: ["ports", port, "retention"],
  };
}

/** Nothing said means for ever. */
const isShorter = (now: number | undefined, before: number | undefined): boolean =>
  (now ?? Infinity) < (before ?? Infinity);

const days = (seconds: number | undefined): string =>
  seconds === undefined ? "ever" : seconds % 86_400 === 0 ? `${seconds / 86_400}d` : `${seconds / 3_600}h`;
