import { listed, say } from "../../model";
import { strings } from "../../things";
import { causes, changed, each, rulesOf, type Subject } from "../kit";
import type { Rule } from "../rule";
import { dropCascade } from "./cascade";

/** The operations that a publication sends. Without a word of it, all of them. Source: PostgreSQL, CREATE PUBLICATION. */
const isNarrower = (it: Subject): boolean => strings(it.after("publish_param")).length > 0;

/** `postgresql_publication`: what subscribers get. */
export const PUBLICATION: readonly Rule[] = rulesOf({
  type: "postgresql_publication",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_publication.go",
  deleted: {
    verdict: "breaks",
    sentence: (it) => say`${it.thing} is dropped: its subscribers get no more changes`,
  },
  replaced: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: its subscribers stop, and miss what changes in between${causes(it)}`,
  },
  forces: each("database", "all_tables"),
  inPlace: [
    changed("renamed", ["name"], {
      verdict: "breaks",
      sentence: (it) =>
        say`${it.thing} is renamed ${it.willBe("name")}: whoever subscribes to ${it.was("name")} stops`,
    }),
    changed("owner", ["owner"], {
      verdict: "access",
      sentence: (it) => say`${it.thing} belongs to ${it.willBe("owner")} instead of ${it.was("owner")}`,
    }),
    {
      ...{ id: "tables-removed", verdict: "breaks", cause: ["tables"] },
      when: (it) => it.removed("tables").length > 0,
      sentence: (it) =>
        say`${it.thing} leaves out ${listed(it.removed("tables"))}: its subscribers get no more changes of it, and no error`,
    },
    {
      ...{ id: "tables-added", verdict: "additive", cause: ["tables"] },
      when: (it) => it.added("tables").length > 0,
      sentence: (it) => say`${it.thing} sends changes of ${listed(it.added("tables"))} as well`,
    },
    {
      ...{ id: "operations", verdict: "breaks", cause: ["publish_param"] },
      when: (it) => it.changes("publish_param") && isNarrower(it),
      sentence: (it) =>
        say`${it.thing} sends other operations, ${it.shift("publish_param")}: those left out go unseen`,
    },
    {
      ...{ id: "all-operations", verdict: "additive", cause: ["publish_param"] },
      when: (it) => it.changes("publish_param") && !isNarrower(it),
      sentence: (it) => say`${it.thing} sends every operation`,
    },
    changed("partition-root", ["publish_via_partition_root_param"], {
      verdict: "breaks",
      sentence: (it) =>
        say`${it.thing} sends changes of partitioned tables under another name: ${"publish_via_partition_root_param"} ${it.shift("publish_via_partition_root_param")}`,
    }),
    ...dropCascade("interruption", () => ["what depends on it along"]),
  ],
});

/** `postgresql_subscription`: what this server gets from another. */
export const SUBSCRIPTION: readonly Rule[] = rulesOf({
  type: "postgresql_subscription",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_subscription.go",
  deleted: {
    verdict: "breaks",
    sentence: (it) => say`${it.thing} is dropped: its tables get no more changes`,
  },
  replaced: {
    verdict: "breaks",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew with a new slot and a new first copy: its tables get rows twice, or miss some${causes(it)}`,
  },
  forces: each("name", "database", "conninfo", "publications", "create_slot", "slot_name"),
});

/** `postgresql_replication_slot`: how far a reader of changes has come. */
export const REPLICATION_SLOT: readonly Rule[] = rulesOf({
  type: "postgresql_replication_slot",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_replication_slot.go",
  created: {
    verdict: "cost",
    sentence: (it) => say`${it.thingAfter} is new: the server keeps its log until somebody has read it`,
  },
  deleted: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is dropped: where its reader is in the log is lost, and with it every change it has not read`,
    wayOut: () => ["stop the reader when it has caught up"],
  },
  replaced: {
    verdict: "dataLoss",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: its reader, such as Debezium, misses changes until it takes a new snapshot${causes(it)}`,
    wayOut: () => ["make a second slot, let the reader move, and drop this one later"],
  },
  forces: each("name", "database", "plugin"),
});

/** `postgresql_physical_replication_slot`: what a standby or a backup still needs of the log. */
export const PHYSICAL_SLOT: readonly Rule[] = rulesOf({
  type: "postgresql_physical_replication_slot",
  source: "plan-review reference §5b; cyrilgdn/postgresql, resource_postgresql_physical_replication_slot.go",
  created: {
    verdict: "cost",
    sentence: (it) => say`${it.thingAfter} is new: the server keeps its log until somebody has read it`,
  },
  deleted: {
    verdict: "interruption",
    sentence: (it) => say`${it.thing} is dropped: its standby or backup may have to start anew`,
  },
  replaced: {
    verdict: "interruption",
    sentence: (it) =>
      say`${it.thing} is dropped and made anew: its standby or backup may have to start anew${causes(it)}`,
  },
  forces: each("name"),
});
