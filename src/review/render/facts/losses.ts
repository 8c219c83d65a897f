import type { Effect, LossSet, ResourceReview, Review, StackReview, Verdict } from "../../model";
import { byRisk } from "../../model";

/** What a review says of losses, in numbers; a loss that is in no set counts as not acknowledged. */
export interface Losses {
  readonly open: number;
  readonly acknowledged: number;
  readonly isAcknowledged: (stack: string, address: string) => boolean;
}

/** Counts the losses of a review. */
export function lossesOf({ lossSets, stacks }: Pick<Review, "lossSets" | "stacks">): Losses {
  const accepted = keysOf(lossSets.filter(({ acknowledged }) => acknowledged !== undefined));
  const open = keysOf(lossSets.filter(({ acknowledged }) => acknowledged === undefined));
  for (const { stack, resources } of stacks) {
    for (const { verdict, address } of resources) {
      if (verdict !== "dataLoss") continue;
      const key = keyOf(stack, address);
      if (!accepted.has(key)) open.add(key);
    }
  }
  return {
    open: open.size,
    acknowledged: [...accepted].filter((key) => !open.has(key)).length,
    isAcknowledged: (stack, address) => {
      const key = keyOf(stack, address);
      return accepted.has(key) && !open.has(key);
    },
  };
}

/** The verdict of an effect as the review weighs it: the milder one when nobody reads what it is about. */
export function weighed(effect: Effect, resource: Pick<ResourceReview, "verdict">): Verdict {
  const isMilder = byRisk(effect.verdict, resource.verdict) < 0;
  return isMilder ? (effect.unread ?? resource.verdict) : effect.verdict;
}

/** True when a stack has anything at all that is weighed so, whatever is worse beside it. */
export function holds(stack: StackReview, verdict: Verdict): boolean {
  if (stack.verdict === verdict) return true;
  return stack.resources.some(
    (resource) =>
      resource.verdict === verdict ||
      resource.effects.some((effect) => weighed(effect, resource) === verdict),
  );
}

function keysOf(sets: readonly LossSet[]): Set<string> {
  return new Set(sets.flatMap(({ losses }) => losses.map(({ stack, address }) => keyOf(stack, address))));
}

const keyOf = (stack: string, address: string): string => JSON.stringify([stack, address]);
