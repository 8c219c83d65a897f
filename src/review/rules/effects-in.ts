import { portOfPrefix, portOutputName } from "../../names";
import { at, byRisk, type Effect, type Plan, type ResourceChange, type Value } from "../model";
import { effectsOf } from "./effects-of";

/** What a change does, knowing what else its plan does. */
export type EffectsOf = (change: ResourceChange) => Effect[];

/**
 * As {@link effectsOf}, for the changes of one plan: where nothing is yet, nothing can be lost or held up. A bucket that
 * is made by the same plan is empty, and so is the prefix of a port that the plan gives its first output.
 */
export function effectsIn({ changes, outputs }: Pick<Plan, "changes" | "outputs">): EffectsOf {
  const buckets = newBuckets(changes);
  const ports = new Set(outputs.filter(({ action }) => action === "create").map(({ name }) => name));
  const isEmpty = (change: ResourceChange, effect: Effect): boolean =>
    (change.type.startsWith("aws_s3_bucket_") && isOf(buckets, change)) ||
    isOfNewPort(ports, change, prefixOf(change, effect));
  return (change) =>
    effectsOf(change)
      .map((effect) => (isHarm(effect) && isEmpty(change, effect) ? harmless(effect) : effect))
      .sort((a, b) => byRisk(a.verdict, b.verdict));
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
function isOfNewPort(
  ports: ReadonlySet<string>,
  { before }: ResourceChange,
  prefix: string | undefined,
): boolean {
  if (prefix === undefined || !ports.has(outputOf(prefix))) return false;
  const rules = at(before, "rule");
  const old = Array.isArray(rules) ? (rules as readonly Value[]).map(prefixIn) : [];
  return !old.some((each) => typeof each === "string" && outputOf(each) === outputOf(prefix));
}

const isHarm = ({ verdict }: Effect): boolean => verdict !== "access" && byRisk(verdict, "additive") < 0;

function harmless({ rule, sentence, cause }: Effect): Effect {
  return { rule, verdict: "additive", sentence, ...(cause === undefined ? {} : { cause }) };
}

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
