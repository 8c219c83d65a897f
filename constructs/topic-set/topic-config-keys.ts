import type { Rule } from "../validation";

/** What a topic config may hold; numbers in decimal digits, as the broker returns them, or every plan shows a change. */
export type TopicConfigValue =
  | { readonly kind: "whole number" | "number"; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly values: readonly string[] };

/** 2^31 - 1, a Java int. */
const INT_MAX = 2_147_483_647;
/** Kafka takes a Java long; whole numbers are exact in JSON up to here, which is 285,000 years in milliseconds. */
const LONG_MAX = Number.MAX_SAFE_INTEGER;

const int = (min: number, max = INT_MAX): TopicConfigValue => ({ kind: "whole number", min, max });
const long = (min: number): TopicConfigValue => ({ kind: "whole number", min, max: LONG_MAX });
const choice = (...values: string[]): TopicConfigValue => ({ kind: "choice", values });

/**
 * The topic configs that `config` may set. Source: Kafka's `LogConfig`, with the stricter limits of Kafka 4, so that
 * an upgrade of the brokers refuses nothing.
 */
export const TOPIC_CONFIGS: Readonly<Record<string, TopicConfigValue>> = {
  "compression.gzip.level": int(-1, 9),
  "compression.lz4.level": int(1, 17),
  "compression.zstd.level": int(-131_072, 22),
  "delete.retention.ms": long(0),
  "file.delete.delay.ms": long(0),
  "flush.messages": long(1),
  "flush.ms": long(0),
  "index.interval.bytes": int(0),
  "local.retention.bytes": long(-2),
  "local.retention.ms": long(-2),
  "max.compaction.lag.ms": long(1),
  "message.timestamp.after.max.ms": long(0),
  "message.timestamp.before.max.ms": long(0),
  "message.timestamp.type": choice("CreateTime", "LogAppendTime"),
  "min.cleanable.dirty.ratio": { kind: "number", min: 0, max: 1 },
  "min.compaction.lag.ms": long(0),
  "min.insync.replicas": int(1),
  preallocate: choice("true", "false"),
  "remote.storage.enable": choice("true", "false"),
  "retention.bytes": long(-1),
  "segment.bytes": int(1_048_576),
  "segment.index.bytes": int(4),
  "segment.jitter.ms": long(0),
  "segment.ms": long(1),
};

/** Topic configs that a property sets, or that nobody may change. */
export const TOPIC_CONFIGS_SET_ELSEWHERE: Readonly<Record<string, string>> = {
  "cleanup.policy": "set cleanup instead",
  "compression.type": "set compression instead",
  "max.message.bytes": "set maxMessageBytes instead",
  "retention.ms": "set retentionHours instead",
  "unclean.leader.election.enable": "it is always false, since a stale leader loses records silently",
};

const WHOLE_NUMBER = /^(0|-?[1-9]\d*)$/;
const NUMBER = /^(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** One rule per entry of `config`, so that every bad entry is reported. */
export function topicConfigRules(config: Readonly<Record<string, string>> = {}): Rule<unknown>[] {
  return Object.entries(config).map(([key, value]) => {
    const problem = topicConfigProblem(key, value);
    return { holds: () => problem === undefined, problem: () => problem ?? "" };
  });
}

/** Why a topic config cannot be set to `value`, or undefined when it can. */
export function topicConfigProblem(key: string, value: string): string | undefined {
  const elsewhere = lookUp(TOPIC_CONFIGS_SET_ELSEWHERE, key);
  if (elsewhere !== undefined) {
    return `TopicConfigInvalid: topic config '${key}' cannot be set directly; ${elsewhere}`;
  }
  const allowed = lookUp(TOPIC_CONFIGS, key);
  if (allowed === undefined) {
    const keys = Object.keys(TOPIC_CONFIGS).join(", ");
    return `UnknownTopicConfig: topic config ${JSON.stringify(key)} is unknown; allowed are ${keys}`;
  }
  if (takes(allowed, value)) return undefined;
  return `TopicConfigInvalid: topic config '${key}' must be ${inWords(allowed)}, got ${JSON.stringify(value)}`;
}

function takes(allowed: TopicConfigValue, value: string): boolean {
  // Callers without types, such as JavaScript, may hand over numbers and booleans.
  if (typeof value !== "string") return false;
  if (allowed.kind === "choice") return allowed.values.includes(value);

  const form = allowed.kind === "number" ? NUMBER : WHOLE_NUMBER;
  return form.test(value) && Number(value) >= allowed.min && Number(value) <= allowed.max;
}

function inWords(allowed: TopicConfigValue): string {
  if (allowed.kind === "choice") return allowed.values.map((value) => `"${value}"`).join(" or ");
  return `a ${allowed.kind} from ${allowed.min} to ${allowed.max} as a string`;
}

const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
