import { LATER } from "../../../support/engine-plan";
import type { PlannedRow } from "../row";
import { rowsOf } from "./rows-of";

const topic = rowsOf("kafka_topic", (name) => ({ name, partitions: 6, replication_factor: 3, config: {} }));

export const TOPICS: readonly PlannedRow[] = [
  topic("new", "a topic is new", [undefined, {}], "additive generic/created: topic `new` is new"),
  topic(
    "gone",
    "a topic is deleted",
    [{}, undefined],
    "dataLoss kafka_topic/deleted: topic `gone` is deleted: all records and consumer offsets are lost",
  ),
  topic(
    "old",
    "a topic is renamed",
    [{}, { name: "young" }],
    "dataLoss kafka_topic/name: topic `old` is deleted and topic `young` made in its place: all records and consumer offsets are lost (`name` `old` → `young`)",
  ),
  topic(
    "fewer",
    "a topic gets fewer partitions",
    [{}, { partitions: 3 }],
    "dataLoss kafka_topic/partitions-lower: topic `fewer` is deleted and made anew: all records and consumer offsets are lost (`partitions` `6` → `3`)",
  ),
  topic(
    "unknown",
    "a topic's partitions are not known yet",
    [{}, { partitions: LATER }],
    "dataLoss kafka_topic/partitions-unknown: topic `unknown` is deleted and made anew: all records and consumer offsets are lost, since its number of partitions is not known before the apply and the provider compares `6` with 0",
  ),
  topic(
    "more",
    "a topic gets more partitions",
    [{}, { partitions: 12 }],
    "breaks/cost kafka_topic/partitions-higher: topic `more` gets more partitions, `6` → `12`: keys move to other partitions, so their order and compaction break, and a reader that starts at the latest record can miss some",
  ),
  topic(
    "copies",
    "a topic gets more copies",
    [{ replication_factor: 2 }, {}],
    "cost kafka_topic/replication-factor-higher: topic `copies` has more copies, `2` → `3`: brokers copy all of it",
  ),
  topic(
    "bare",
    "a topic gets fewer copies",
    [{}, { replication_factor: 1 }],
    "dataLoss kafka_topic/replication-factor-lower: topic `bare` has fewer copies, `3` → `1`: records can be lost when brokers fail",
  ),
];
