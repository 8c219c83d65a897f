import { lossRule } from "../loss-rule";

/** Partitions only grow: Kafka cannot take one away, so the topic would be deleted and made anew. */
export const partitionDecreaseRule = lossRule({
  code: "PartitionDecrease",
  description:
    "A topic never has fewer partitions than at the last release, unless the loss is acknowledged.",
  instead: () => "write as many partitions as before, make a new major version",
});
