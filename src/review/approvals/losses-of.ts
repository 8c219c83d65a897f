import type { Plan, Text } from "../model";
import { effectsIn } from "../rules";
import { effectFacts } from "./effect-facts";

/** One loss of a plan. */
export interface PlannedLoss {
  readonly address: string;
  readonly sentence: Text;
  /** All that makes it this loss and no other, as one text; see {@link effectFacts}. */
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
        facts: effectFacts(change, effect),
      })),
  );
}
