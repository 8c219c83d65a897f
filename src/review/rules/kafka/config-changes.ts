import { joined, listed, say, UNKNOWN, type Text } from "../../model";
import { holdsUnknown, isEmpty, numberOf } from "../../things";
import type { Aspect, Subject } from "../kit";
import { BESIDE_IT } from "../ways-out";
import {
  changedConfigs,
  cleanups,
  DELETE_RETENTION,
  MAX_MESSAGE,
  MIN_INSYNC,
  RETENTION_BYTES,
  RETENTION_MS,
  SEGMENT_BYTES,
  SEGMENT_MS,
  type NumberConfig,
} from "./config-values";

const config = (id: string, of: NumberConfig, rest: Omit<Aspect, "id" | "cause">): Aspect => ({
  ...{ id, cause: ["config", of.name] },
  ...rest,
});

const both =
  (...all: readonly ((subject: Subject) => boolean)[]) =>
  (subject: Subject): boolean =>
    all.every((holds) => holds(subject));

/** Retention means something then. */
const isDeletedByAge = (subject: Subject): boolean =>
  cleanups(subject, "before").has("delete") && cleanups(subject, "after").has("delete");
const isCompacted = (subject: Subject): boolean => cleanups(subject, "after").has("compact");

/** Which cleanup is new: what it takes has been kept up to now. */
const starts =
  (cleanup: string) =>
  (subject: Subject): boolean =>
    subject.after("config", "cleanup.policy") !== UNKNOWN &&
    cleanups(subject, "after").has(cleanup) &&
    !cleanups(subject, "before").has(cleanup);

const isLimited = (it: Subject): boolean => RETENTION_MS.isLimited(it) || RETENTION_BYTES.isLimited(it);

const limit = (it: Subject): Text => (RETENTION_MS.isLimited(it) ? RETENTION_MS : RETENTION_BYTES).willBe(it);

const stops = (subject: Subject): boolean =>
  [...cleanups(subject, "before")].some((cleanup) => !cleanups(subject, "after").has(cleanup)) &&
  !starts("compact")(subject) &&
  !starts("delete")(subject);

const insyncAfter = (subject: Subject): number | undefined =>
  numberOf(subject.after("config", MIN_INSYNC.name));

const isBeyondReplicas = (subject: Subject): boolean =>
  (insyncAfter(subject) ?? 0) > (numberOf(subject.after("replication_factor")) ?? Infinity);

const KNOWN: readonly Aspect[] = [
  config("retention-lower", RETENTION_MS, {
    verdict: "dataLoss",
    when: both(RETENTION_MS.lowered, isDeletedByAge),
    sentence: (it) =>
      say`${it.thing} keeps records for ${RETENTION_MS.willBe(it)} instead of ${RETENTION_MS.was(it)}: older ones are deleted`,
    wayOut: (it) => say`keep them for ${RETENTION_MS.was(it)}, or archive the older records first`,
  }),
  config("retention-bytes-lower", RETENTION_BYTES, {
    verdict: "dataLoss",
    when: both(RETENTION_BYTES.lowered, isDeletedByAge),
    sentence: (it) =>
      say`${it.thing} keeps ${RETENTION_BYTES.willBe(it)} in each partition instead of ${RETENTION_BYTES.was(it)}: the oldest records beyond it are deleted`,
    wayOut: (it) => say`keep ${RETENTION_BYTES.was(it)} in each, or archive the older records first`,
  }),
  config("retention-higher", RETENTION_MS, {
    verdict: "cost",
    when: both(RETENTION_MS.raised, isDeletedByAge),
    sentence: (it) =>
      say`${it.thing} keeps records for ${RETENTION_MS.willBe(it)} instead of ${RETENTION_MS.was(it)}: it takes more disk`,
  }),
  config("retention-bytes-higher", RETENTION_BYTES, {
    verdict: "cost",
    when: both(RETENTION_BYTES.raised, isDeletedByAge),
    sentence: (it) =>
      say`${it.thing} keeps ${RETENTION_BYTES.willBe(it)} in each partition instead of ${RETENTION_BYTES.was(it)}: it takes more disk`,
  }),
  {
    ...{
      id: "compaction-on",
      verdict: "dataLoss",
      when: starts("compact"),
      cause: ["config", "cleanup.policy"],
    },
    sentence: (it) =>
      say`${it.thing} gets compacted: of every key only the latest record is kept, and records without a key are refused`,
    wayOut: () => [BESIDE_IT],
  },
  {
    ...{
      id: "deletion-on",
      verdict: "dataLoss",
      when: both(starts("delete"), isLimited),
      cause: ["config", "cleanup.policy"],
      also: [RETENTION_MS, RETENTION_BYTES].map(({ name }) => ["config", name]),
    },
    sentence: (it) =>
      say`${it.thing} deletes records beyond ${limit(it)}, also the latest of a key, which compaction has kept`,
    wayOut: () => [BESIDE_IT],
  },
  {
    ...{ id: "cleanup-off", verdict: "cost", when: stops, cause: ["config", "cleanup.policy"] },
    sentence: (it) =>
      say`${it.thing} gets less cleanup: ${[...cleanups(it, "after")].join(",")} instead of ${[...cleanups(it, "before")].join(",")}; it grows`,
  },
  {
    ...{ id: "tiered-storage-off", verdict: "dataLoss", cause: ["config", "remote.storage.enable"] },
    when: (it) => it.unsets("config", "remote.storage.enable"),
    sentence: (it) =>
      say`${it.thing} does not use remote storage any more: the records there are deleted, or cannot be read`,
    wayOut: () => say`set ${"remote.log.copy.disable"} instead: then what is there stays`,
  },
  config("min-insync-lower", MIN_INSYNC, {
    verdict: "dataLoss",
    when: MIN_INSYNC.lowered,
    sentence: (it) =>
      say`records of ${it.thing} count as written once fewer replicas have them, ${MIN_INSYNC.was(it)} → ${MIN_INSYNC.willBe(it)}: they can be lost when a broker fails`,
    wayOut: (it) => say`keep ${"min.insync.replicas"} at ${it.was("config", "min.insync.replicas")}`,
  }),
  config("min-insync-impossible", MIN_INSYNC, {
    verdict: "breaks",
    when: both(MIN_INSYNC.raised, isBeyondReplicas),
    sentence: (it) =>
      say`nothing can be written to ${it.thing} any more: it needs ${MIN_INSYNC.willBe(it)} replicas in sync and has ${it.willBe("replication_factor")}`,
    wayOut: () => say`raise ${"replication_factor"} first`,
  }),
  config("min-insync-higher", MIN_INSYNC, {
    verdict: "cost",
    when: (it) => MIN_INSYNC.raised(it) && !isBeyondReplicas(it),
    sentence: (it) =>
      say`writes to ${it.thing} fail while fewer than ${MIN_INSYNC.willBe(it)} replicas are in sync (up to now ${MIN_INSYNC.was(it)})`,
  }),
  config("max-message-lower", MAX_MESSAGE, {
    verdict: "breaks",
    when: MAX_MESSAGE.lowered,
    sentence: (it) =>
      say`${it.thing} refuses batches of more than ${MAX_MESSAGE.willBe(it)} (up to now ${MAX_MESSAGE.was(it)}): producers of larger ones fail`,
    wayOut: (it) =>
      say`keep ${"max.message.bytes"} at ${it.was("config", "max.message.bytes")} until every producer sends less`,
  }),
  config("max-message-higher", MAX_MESSAGE, {
    verdict: "cost",
    when: MAX_MESSAGE.raised,
    sentence: (it) =>
      say`${it.thing} takes batches of up to ${MAX_MESSAGE.willBe(it)} instead of ${MAX_MESSAGE.was(it)}: its readers need the memory`,
  }),
  config("delete-retention-lower", DELETE_RETENTION, {
    ...{ verdict: "breaks", unread: "cost" },
    when: both(DELETE_RETENTION.lowered, isCompacted),
    sentence: (it) =>
      say`${it.thing} forgets deleted keys after ${DELETE_RETENTION.willBe(it)} instead of ${DELETE_RETENTION.was(it)}: a slower reader never learns of the deletion`,
  }),
  config("segment-ms-lower", SEGMENT_MS, {
    verdict: "cost",
    when: SEGMENT_MS.lowered,
    sentence: (it) =>
      say`${it.thing} closes segments after ${SEGMENT_MS.willBe(it)} instead of ${SEGMENT_MS.was(it)}: records beyond the retention go sooner, and brokers keep more files open`,
  }),
  config("segment-bytes-lower", SEGMENT_BYTES, {
    verdict: "cost",
    when: SEGMENT_BYTES.lowered,
    sentence: (it) =>
      say`${it.thing} closes segments at ${SEGMENT_BYTES.willBe(it)} instead of ${SEGMENT_BYTES.was(it)}: records beyond the retention go sooner, and brokers keep more files open`,
  }),
  {
    ...{
      id: "unclean-election-on",
      verdict: "dataLoss",
      cause: ["config", "unclean.leader.election.enable"],
    },
    when: (it) => it.sets("config", "unclean.leader.election.enable"),
    sentence: (it) =>
      say`a replica that is behind may lead ${it.thing}: the records it does not have are lost when a broker fails`,
    wayOut: () => say`leave ${"unclean.leader.election.enable"} out`,
  },
  {
    ...{ id: "config-unknown", verdict: "dataLoss", cause: ["config"] },
    when: (it) => holdsUnknown(it.after("config")),
    sentence: (it) =>
      say`configs of ${it.thing} are known after the apply only: a shorter retention or another cleanup would delete records unseen`,
    wayOut: () => ["write the configs as literals"],
  },
];

/** Configs that differ and that nothing else has been said of. */
function others(it: Subject): string[] {
  const said = new Set(KNOWN.filter(({ when }) => when(it)).map(({ cause }) => cause?.[1]));
  return changedConfigs(it).filter((name) => !said.has(name) && !holdsUnknown(it.after("config", name)));
}

const removed = (it: Subject): string[] => others(it).filter((name) => isEmpty(it.after("config", name)));

const set = (it: Subject): string[] => others(it).filter((name) => !isEmpty(it.after("config", name)));

const shift = (it: Subject, name: string): Text => say`${name} ${it.shift("config", name)}`;

/** What the configs of a topic mean when they change in place. */
export const CONFIG_CHANGES: readonly Aspect[] = [
  ...KNOWN,
  {
    ...{ id: "config-removed", verdict: "cost", cause: ["config"] },
    when: (it) => removed(it).length > 0,
    sentence: (it) =>
      say`${it.thing} does not set ${listed(removed(it))} any more: the broker's default holds`,
  },
  {
    ...{ id: "config", verdict: "cost", cause: ["config"] },
    when: (it) => set(it).length > 0,
    sentence: (it) => {
      const shifts = set(it).map((name) => shift(it, name));
      return say`${it.thing} is configured anew: ${joined(shifts, ", ")}`;
    },
  },
];
