import { say, UNKNOWN } from "../../model";
import { causes, rulesOf } from "../kit";
import type { Rule } from "../rule";
import { BESIDE_IT } from "../ways-out";
import { CONFIG_CHANGES } from "./config-changes";

/** `kafka_topic`: deleting loses everything, and so do many configs. */
export const TOPIC: readonly Rule[] = rulesOf({
  type: "kafka_topic",
  source: "plan-review reference §5a",
  deleted: {
    verdict: "dataLoss",
    sentence: (it) => say`${it.thing} is deleted: all records and consumer offsets are lost`,
    wayOut: () => ["retire the product first, and delete when nobody reads it any more"],
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is deleted and made anew: all records and consumer offsets are lost${causes(it)}`,
    wayOut: () => [BESIDE_IT],
  },
  forces: [
    [
      "name",
      {
        sentence: (it) =>
          say`${it.thing} is deleted and ${it.thingAfter} made in its place: all records and consumer offsets are lost${causes(it)}`,
      },
    ],
    [
      "partitions",
      {
        id: "partitions-unknown",
        when: (it) => it.after("partitions") === UNKNOWN,
        sentence: (it) =>
          say`${it.thing} is deleted and made anew: all records and consumer offsets are lost, since its number of partitions is not known before the apply and the provider compares ${it.was("partitions")} with 0`,
        wayOut: (it) => say`write ${"partitions"} as a literal: ${it.was("partitions")}`,
      },
    ],
    [
      "partitions",
      {
        id: "partitions-lower",
        wayOut: (it) => say`keep ${it.was("partitions")} partitions, or ${[BESIDE_IT]}`,
      },
    ],
    [
      "replication_factor",
      {
        id: "replication-factor-forced",
        sentence: (it) =>
          say`${it.thing} is deleted and made anew, as Kafka before 2.4 cannot move replicas: all records and consumer offsets are lost${causes(it)}`,
        wayOut: () => say`set the provider's ${"kafka_version"} to what the cluster has, 2.4 or later`,
      },
    ],
  ],
  inPlace: [
    {
      ...{ id: "partitions-higher", verdict: "breaks", unread: "cost", cause: ["partitions"] },
      when: (it) => it.raises("partitions"),
      sentence: (it) =>
        say`${it.thing} gets more partitions, ${it.shift("partitions")}: keys move to other partitions, so their order and compaction break, and a reader that starts at the latest record can miss some`,
      wayOut: () => [`if the order of a key matters, ${BESIDE_IT}`],
    },
    {
      ...{ id: "replication-factor-lower", verdict: "dataLoss", cause: ["replication_factor"] },
      when: (it) => it.lowers("replication_factor"),
      sentence: (it) =>
        say`${it.thing} has fewer copies, ${it.shift("replication_factor")}: records can be lost when brokers fail`,
      wayOut: (it) => say`keep ${it.was("replication_factor")} copies`,
    },
    {
      ...{ id: "replication-factor-higher", verdict: "cost", cause: ["replication_factor"] },
      when: (it) => it.raises("replication_factor"),
      sentence: (it) =>
        say`${it.thing} has more copies, ${it.shift("replication_factor")}: brokers copy all of it`,
    },
    ...CONFIG_CHANGES,
  ],
});
