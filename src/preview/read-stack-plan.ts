import type { Plan, ResourceChange } from "../review/model";
import { POLICY_TYPES } from "../review/access";
import { readPlan, type SecretGuard } from "../review/plan";

/** A plan as far as a review needs it, and what tells its secrets. */
export interface ReadStackPlan {
  readonly plan: Plan;
  readonly secrets: SecretGuard;
}

/**
 * Reads a stack's plan and lets go of what does not change: of a thousand stacks most of it.
 *
 * @param publicWords the names of the mesh: a password that equals one is not told by it
 * @throws PlanFileError when it is no plan.
 */
export function readStackPlan(
  stack: string,
  bytes: Uint8Array,
  publicWords: readonly string[],
): ReadStackPlan {
  const { plan, secrets } = readPlan(bytes, { stack, publicWords, unchangedOf: POLICY_TYPES });
  const changes = neededOf(plan.changes);
  const addresses = new Set(changes.map(({ address }) => address));
  const references = new Map([...plan.references].filter(([address]) => addresses.has(address)));
  return { plan: { ...plan, changes, references }, secrets };
}

/** When a policy changes, what stays as it is still says who has it. */
function neededOf(all: readonly ResourceChange[]): readonly ResourceChange[] {
  const changing = all.filter(isMoreThanNothing);
  if (!changing.some(isOfPolicies)) return changing;
  return all.filter((change) => isMoreThanNothing(change) || isOfPolicies(change));
}

const isOfPolicies = ({ type }: ResourceChange): boolean => POLICY_TYPES.includes(type);

const isMoreThanNothing = ({ action, previousAddress, importing }: ResourceChange): boolean =>
  action !== "no-op" || previousAddress !== undefined || importing !== undefined;
