import type { Arguments } from "../../../../e2e/support/stack-document";
import { LATER } from "../../../support/engine-plan";
import type { PlannedRow } from "../row";
import { rowsOf } from "./rows-of";

const topic = rowsOf("kafka_topic", (name) => ({ name, partitions: 6, replication_factor: 3 }));

const config = (
  ...[name, what, before, after, says]: [string, string, Arguments, Arguments, readonly string[]]
): PlannedRow => topic(name, what, [{ config: before }, { config: after }], ...says);

export const TOPIC_CONFIGS: readonly PlannedRow[] = [
  config("days", "retention is lowered", { "retention.ms": "2592000000" }, { "retention.ms": "604800000" }, [
    "dataLoss kafka_topic/retention-lower: topic `days` keeps records for `7d` instead of `30d`: older ones are deleted",
  ]),
  config(
    "ever",
    "retention is set where it was unlimited",
    { "retention.ms": "-1" },
    { "retention.ms": "5400000" },
    [
      "dataLoss kafka_topic/retention-lower: topic `ever` keeps records for `90m` instead of an unlimited time: older ones are deleted",
    ],
  ),
  config("added", "a retention below the default is added", {}, { "retention.ms": "1500" }, [
    "dataLoss kafka_topic/retention-lower: topic `added` keeps records for `1500ms` instead of `7d` (the broker's default, unless it is set there): older ones are deleted",
  ]),
  config("removed", "a long retention is removed", { "retention.ms": "2592000000" }, {}, [
    "dataLoss kafka_topic/retention-lower: topic `removed` keeps records for `7d` (the broker's default, unless it is set there) instead of `30d`: older ones are deleted",
  ]),
  config("longer", "retention is raised", { "retention.ms": "86400000" }, { "retention.ms": "-1" }, [
    "cost kafka_topic/retention-higher: topic `longer` keeps records for an unlimited time instead of `1d`: it takes more disk",
  ]),
  config(
    "compacted",
    "retention of a compacted topic is lowered",
    { "cleanup.policy": "compact", "retention.ms": "2" },
    { "cleanup.policy": "compact", "retention.ms": "1" },
    ["cost kafka_topic/config: topic `compacted` is configured anew: `retention.ms` `2` → `1`"],
  ),
  config(
    "tiered",
    "tiered storage is turned off",
    { "remote.storage.enable": "true" },
    { "remote.storage.enable": "false", "remote.log.delete.on.disable": "true" },
    [
      "dataLoss kafka_topic/tiered-storage-off: topic `tiered` does not use remote storage any more: the records there are deleted, or cannot be read",
      "cost kafka_topic/config: topic `tiered` is configured anew: `remote.log.delete.on.disable` `(none)` → `true`",
    ],
  ),
  config("small", "a size is set where there was none", {}, { "retention.bytes": "1073741824" }, [
    "dataLoss kafka_topic/retention-bytes-lower: topic `small` keeps `1GiB` in each partition instead of an unlimited size (the broker's default, unless it is set there): the oldest records beyond it are deleted",
  ]),
  config("smaller", "the size is lowered", { "retention.bytes": "3000" }, { "retention.bytes": "1000" }, [
    "dataLoss kafka_topic/retention-bytes-lower: topic `smaller` keeps `1000B` in each partition instead of `3000B`: the oldest records beyond it are deleted",
  ]),
  config("large", "the size is taken away", { "retention.bytes": "3072" }, { "retention.bytes": "-1" }, [
    "cost kafka_topic/retention-bytes-higher: topic `large` keeps an unlimited size in each partition instead of `3KiB`: it takes more disk",
  ]),
  config(
    "compact",
    "deletion becomes compaction",
    { "cleanup.policy": "delete" },
    { "cleanup.policy": "compact" },
    [
      "dataLoss kafka_topic/compaction-on: topic `compact` gets compacted: of every key only the latest record is kept, and records without a key are refused",
    ],
  ),
  config(
    "delete",
    "compaction becomes deletion",
    { "cleanup.policy": "compact" },
    { "cleanup.policy": "delete", "retention.ms": "86400000" },
    [
      "dataLoss kafka_topic/deletion-on: topic `delete` deletes records beyond `1d`, also the latest of a key, which compaction has kept",
      "cost kafka_topic/config: topic `delete` is configured anew: `retention.ms` `(none)` → `86400000`",
    ],
  ),
  config("both", "compaction is added", {}, { "cleanup.policy": "compact,delete" }, [
    "dataLoss kafka_topic/compaction-on: topic `both` gets compacted: of every key only the latest record is kept, and records without a key are refused",
  ]),
  config(
    "one",
    "compaction is taken away",
    { "cleanup.policy": "compact, delete" },
    { "cleanup.policy": "delete" },
    [
      "cost kafka_topic/cleanup-off: topic `one` gets less cleanup: `delete` instead of `compact,delete`; it grows",
    ],
  ),
  config(
    "insync",
    "fewer replicas have to be in sync",
    { "min.insync.replicas": "2" },
    { "min.insync.replicas": "1" },
    [
      "dataLoss kafka_topic/min-insync-lower: records of topic `insync` count as written once fewer replicas have them, `2` → `1`: they can be lost when a broker fails",
    ],
  ),
  config(
    "outsync",
    "more replicas have to be in sync",
    { "min.insync.replicas": "1" },
    { "min.insync.replicas": "2" },
    [
      "cost kafka_topic/min-insync-higher: writes to topic `outsync` fail while fewer than `2` replicas are in sync (up to now `1`)",
    ],
  ),
  config(
    "stuck",
    "more replicas than there are have to be in sync",
    { "min.insync.replicas": "2" },
    { "min.insync.replicas": "4" },
    [
      "breaks kafka_topic/min-insync-impossible: nothing can be written to topic `stuck` any more: it needs `4` replicas in sync and has `3`",
    ],
  ),
  config(
    "message",
    "smaller messages are taken",
    { "max.message.bytes": "2097152" },
    { "max.message.bytes": "1048576" },
    [
      "breaks kafka_topic/max-message-lower: topic `message` refuses batches of more than `1MiB` (up to now `2MiB`): producers of larger ones fail",
    ],
  ),
  config("messages", "larger messages are taken", {}, { "max.message.bytes": "2097152" }, [
    "cost kafka_topic/max-message-higher: topic `messages` takes batches of up to `2MiB` instead of `1048588B` (the broker's default, unless it is set there): its readers need the memory",
  ]),
  config(
    "tombs",
    "deleted keys are forgotten sooner",
    { "cleanup.policy": "compact", "delete.retention.ms": "86400000" },
    { "cleanup.policy": "compact", "delete.retention.ms": "3600000" },
    [
      "breaks/cost kafka_topic/delete-retention-lower: topic `tombs` forgets deleted keys after `1h` instead of `1d`: a slower reader never learns of the deletion",
    ],
  ),
  config(
    "segments",
    "segments get shorter and smaller",
    { "segment.ms": "86400000" },
    { "segment.ms": "3600000", "segment.bytes": "1048576" },
    [
      "cost kafka_topic/segment-ms-lower: topic `segments` closes segments after `1h` instead of `1d`: records beyond the retention go sooner, and brokers keep more files open",
      "cost kafka_topic/segment-bytes-lower: topic `segments` closes segments at `1MiB` instead of `1GiB` (the broker's default, unless it is set there): records beyond the retention go sooner, and brokers keep more files open",
    ],
  ),
  config("unclean", "a stale replica may lead", {}, { "unclean.leader.election.enable": "true" }, [
    "dataLoss kafka_topic/unclean-election-on: a replica that is behind may lead topic `unclean`: the records it does not have are lost when a broker fails",
  ]),
  config("later", "a config is not known yet", { "retention.ms": "86400000" }, { "retention.ms": LATER }, [
    "dataLoss kafka_topic/config-unknown: configs of topic `later` are known after the apply only: a shorter retention or another cleanup would delete records unseen",
  ]),
  config("fallen", "a config is removed", { "compression.type": "zstd" }, {}, [
    "cost kafka_topic/config-removed: topic `fallen` does not set `compression.type` any more: the broker's default holds",
  ]),
  config(
    "others",
    "other configs change",
    { "compression.type": "zstd" },
    { "compression.type": "lz4", "flush.ms": "9" },
    [
      "cost kafka_topic/config: topic `others` is configured anew: `compression.type` `zstd` → `lz4`, `flush.ms` `(none)` → `9`",
    ],
  ),
];
