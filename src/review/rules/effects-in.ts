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
  const buckets = new Set(changes.filter(isNewBucket).map(({ after }) => at(after, "bucket")));
  const ports = new Set(outputs.filter(({ action }) => action === "create").map(({ name }) => name));
  const isEmpty = (change: ResourceChange, effect: Effect): boolean =>
    (change.type.startsWith("aws_s3_bucket_") && buckets.has(at(change.after, "bucket"))) ||
    ports.has(outputOf(prefixOf(change, effect)));
  return (change) =>
    effectsOf(change)
      .map((effect) => (isHarm(effect) && isEmpty(change, effect) ? harmless(effect) : effect))
      .sort((a, b) => byRisk(a.verdict, b.verdict));
}

const isNewBucket = ({ type, action, importing }: ResourceChange): boolean =>
  type === "aws_s3_bucket" && action === "create" && importing === undefined;

const isHarm = ({ verdict }: Effect): boolean => verdict !== "access" && byRisk(verdict, "additive") < 0;

function harmless({ rule, sentence, cause }: Effect): Effect {
  return { rule, verdict: "additive", sentence, ...(cause === undefined ? {} : { cause }) };
}

/** What the objects start with that an effect is about, when it is caused by one rule of a lifecycle. */
function prefixOf({ type, after }: ResourceChange, { cause = [] }: Effect): Value | undefined {
  const [attribute, index] = cause;
  if (type !== "aws_s3_bucket_lifecycle_configuration" || attribute !== "rule" || index === undefined) {
    return undefined;
  }
  return at(after, "rule", index, "filter", 0, "prefix");
}

function outputOf(prefix: Value | undefined): string {
  const port = typeof prefix === "string" ? portOfPrefix(prefix) : undefined;
  return port === undefined ? "" : portOutputName(port.product, port.major);
}
