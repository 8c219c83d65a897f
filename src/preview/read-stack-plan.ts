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
  const { plan, secrets } = readPlan(bytes, { stack, publicWords });
  return { plan: { ...plan, changes: plan.changes.filter(isNeeded) }, secrets };
}

/** What stays as it is still says who has a policy that changes. */
const isNeeded = ({ action, previousAddress, importing, type }: ResourceChange): boolean =>
  action !== "no-op" ||
  previousAddress !== undefined ||
  importing !== undefined ||
  POLICY_TYPES.includes(type);
