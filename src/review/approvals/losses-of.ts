import { at, type Effect, type Plan, type ResourceChange, type Text, type Value } from "../model";
import { effectsIn } from "../rules";
import { identityOf } from "../things";
import { canonical } from "./canonical";

/** One loss of a plan. */
export interface PlannedLoss {
  readonly address: string;
  readonly sentence: Text;
  /** All that makes it this loss and no other, as one text; see {@link factsOf}. */
  readonly facts: string;
}

/** Everything a plan would lose, now or later: each effect of each resource that is data loss; by address. */
export function lossesOf(plan: Pick<Plan, "changes" | "outputs">): PlannedLoss[] {
  const effectsOf = effectsIn(plan);
  const managed = plan.changes.filter(({ mode }) => mode === "managed");
  return managed.flatMap((change) =>
    effectsOf(change)
      .filter(({ verdict }) => verdict === "dataLoss")
      .map((effect) => ({
        address: change.address,
        sentence: effect.sentence,
        facts: factsOf(change, effect),
      })),
  );
}

/**
 * Where it is, which thing it is, which rule says so, and what changes: nothing that a provider computes, and nothing of
 * the words of the sentence, so that the same loss has the same facts in a preview and in the plan that is applied.
 */
function factsOf(change: ResourceChange, { rule, cause = [], also = [] }: Effect): string {
  const { address, deposed, before, after } = change;
  const values = [...(cause.length === 0 ? [] : [cause]), ...also].flatMap((path): Value[] => [
    valueAt(before, path),
    valueAt(after, path),
  ]);
  return canonical([address, deposed ?? null, rule, [...cause], values, identityOf(change, before) ?? null]);
}

const valueAt = (value: Value, cause: readonly (string | number)[]): Value => at(value, ...cause) ?? null;
