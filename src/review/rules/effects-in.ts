import { portOfPrefix, portOutputName } from "../../names";
import {
  at,
  byRisk,
  say,
  type Effect,
  type Plan,
  type ResourceChange,
  type Text,
  type Value,
} from "../model";
import { goodbyes } from "./credentials";
import { effectsOf } from "./effects-of";

/** What a change does, knowing what else its plan does. */
export type EffectsOf = (change: ResourceChange) => Effect[];

/**
 * As {@link effectsOf}, for the changes of one plan: where nothing is yet, nothing can be lost or held up. A bucket that
 * is made by the same plan is empty, and so is the prefix of a port that the plan gives its first output. And a login
 * that goes with its holder is no data.
 */
export function effectsIn({ changes, outputs }: Pick<Plan, "changes" | "outputs">): EffectsOf {
  const buckets = newBuckets(changes);
  const goodbyeOf = goodbyes(changes);
  const ports = new Set(outputs.filter(({ action }) => action === "create").map(({ name }) => name));
  const calmed = (change: ResourceChange, effect: Effect): Effect => {
    if (!isHarm(effect)) return effect;
    if (change.type.startsWith("aws_s3_bucket_") && isOf(buckets, change)) return harmless(effect);
    const prefix = prefixOf(change, effect);
    return prefix !== undefined && isOfNewPort(ports, change, prefix)
      ? harmless(effect, unlessOlder(prefix))
      : effect;
  };
  return (change) => {
    const goodbye = goodbyeOf(change);
    if (goodbye !== undefined) return [goodbye];
    return effectsOf(change)
      .map((effect) => calmed(change, effect))
      .sort((a, b) => byRisk(a.verdict, b.verdict));
  };
}

/** Names of the buckets that are not there yet: not those that only get another address. */
function newBuckets(changes: readonly ResourceChange[]): ReadonlySet<Value | undefined> {
  const buckets = changes.filter(({ type }) => type === "aws_s3_bucket");
  const known = new Set(buckets.map(({ before }) => at(before, "bucket")));
  const made = buckets.filter(({ action, importing }) => action === "create" && importing === undefined);
  const names = made.map(({ after }) => at(after, "bucket"));
  return new Set(names.filter((name) => typeof name === "string" && !known.has(name)));
}

/** True for what is about these buckets alone: what leaves another bucket is about that one, too. */
function isOf(buckets: ReadonlySet<Value | undefined>, { before, after }: ResourceChange): boolean {
  const isEmpty = (side: Value): boolean => side === null || buckets.has(at(side, "bucket"));
  return after !== null && isEmpty(before) && isEmpty(after);
}

/** True for a port that gets its first output and had no rule of its own before. */
function isOfNewPort(ports: ReadonlySet<string>, { before }: ResourceChange, prefix: string): boolean {
  if (!ports.has(outputOf(prefix))) return false;
  const rules = at(before, "rule");
  const old = Array.isArray(rules) ? (rules as readonly Value[]).map(prefixIn) : [];
  return !old.some((each) => typeof each === "string" && outputOf(each) === outputOf(prefix));
}

const isHarm = ({ verdict }: Effect): boolean => verdict !== "access" && byRisk(verdict, "additive") < 0;

function harmless({ rule, sentence, cause }: Effect, unless: Text = []): Effect {
  const said = [...sentence, ...unless];
  return { rule, verdict: "additive", sentence: said, ...(cause === undefined ? {} : { cause }) };
}

/** A port that is made again may find what was there before it was let go of: no plan looks into a bucket. */
const unlessOlder = (prefix: string): Text =>
  say`; nothing is there yet, unless an earlier port of this name left objects below ${prefix}, which no plan shows`;

/** What the objects start with that an effect is about, when it is caused by one rule of a lifecycle. */
function prefixOf({ type, after }: ResourceChange, { cause = [] }: Effect): string | undefined {
  const [attribute, index] = cause;
  if (type !== "aws_s3_bucket_lifecycle_configuration" || attribute !== "rule" || index === undefined) {
    return undefined;
  }
  const prefix = prefixIn(at(after, "rule", index));
  return typeof prefix === "string" ? prefix : undefined;
}

const prefixIn = (rule: Value | undefined): Value | undefined => at(rule, "filter", 0, "prefix");

function outputOf(prefix: string): string {
  const port = portOfPrefix(prefix);
  return port === undefined ? "" : portOutputName(port.product, port.major);
}
