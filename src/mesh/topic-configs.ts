/** What a topic config may be set to. */
export type TopicConfigForm =
  | { readonly form: "whole number" | "number"; readonly min: number; readonly max: number }
  | { readonly form: "choice"; readonly values: readonly string[] };

const INT_MAX = 2_147_483_647;
const ints = (min: number, max = INT_MAX): TopicConfigForm => ({ form: "whole number", min, max });
const longs = (min: number): TopicConfigForm => ints(min, Number.MAX_SAFE_INTEGER);
const choice = (...values: readonly string[]): TopicConfigForm => ({ form: "choice", values });
const flag = choice("true", "false");

/**
 * The topic configs a product may set beside the typed ones; the lower limits are those of Kafka 4 (`LogConfig`).
 * The construct of a topic checks the same once more, for those who use it without a manifest; a test compares both.
 */
export const TOPIC_CONFIG_FORMS: ReadonlyMap<string, TopicConfigForm> = new Map([
  ["compression.gzip.level", ints(-1, 9)],
  ["compression.lz4.level", ints(1, 17)],
  ["compression.zstd.level", ints(-131_072, 22)],
  ["delete.retention.ms", longs(0)],
  ["file.delete.delay.ms", longs(0)],
  ["flush.messages", longs(1)],
  ["flush.ms", longs(0)],
  ["index.interval.bytes", ints(0)],
  ["local.retention.bytes", longs(-2)],
  ["local.retention.ms", longs(-2)],
  ["max.compaction.lag.ms", longs(1)],
  ["message.timestamp.after.max.ms", longs(0)],
  ["message.timestamp.before.max.ms", longs(0)],
  ["message.timestamp.type", choice("CreateTime", "LogAppendTime")],
  ["min.cleanable.dirty.ratio", { form: "number", min: 0, max: 1 }],
  ["min.compaction.lag.ms", longs(0)],
  ["min.insync.replicas", ints(1)],
  ["preallocate", flag],
  ["remote.storage.enable", flag],
  ["retention.bytes", longs(-1)],
  ["segment.bytes", ints(1_048_576)],
  ["segment.index.bytes", ints(4)],
  ["segment.jitter.ms", longs(0)],
  ["segment.ms", longs(1)],
]);

/** Topic configs that are known and not free to set, with what to do instead. */
export const FIXED_TOPIC_CONFIGS: ReadonlyMap<string, string> = new Map([
  ["cleanup.policy", "set ports.topic.cleanup"],
  ["compression.type", "leave it out: the broker keeps what the producer compressed"],
  ["max.message.bytes", "set ports.topic.maxMessageBytes"],
  ["retention.ms", "set ports.topic.retention"],
  ["unclean.leader.election.enable", "leave it out: it is always false, since a stale leader loses records"],
]);

const WHOLE_NUMBER = /^(0|-?[1-9][0-9]*)$/;
const NUMBER = /^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/;

/** True when the broker would take `value` and give it back unchanged, so that no plan shows a change. */
export function takesValue(form: TopicConfigForm, value: string): boolean {
  if (form.form === "choice") return form.values.includes(value);
  const shape = form.form === "number" ? NUMBER : WHOLE_NUMBER;
  return shape.test(value) && Number(value) >= form.min && Number(value) <= form.max;
}

/** `"true" or "false"`, `a whole number from 1 to 9, as a string`. */
export function describeForm(form: TopicConfigForm): string {
  if (form.form === "choice") return form.values.map((value) => `"${value}"`).join(" or ");
  return `a ${form.form} from ${form.min} to ${form.max}, as a string`;
}
