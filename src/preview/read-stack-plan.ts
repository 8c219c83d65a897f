import type { Plan, ResourceChange } from "../review/model";
import { POLICY_TYPES } from "../review/access";
import { readPlan, type Configured, type SecretGuard } from "../review/plan";

/** A plan as far as a review needs it, and what tells its secrets. */
export interface ReadStackPlan {
  readonly plan: Plan;
  readonly secrets: SecretGuard;
  /** What it was made from: only when it is asked for, and when something changes. */
  readonly configured?: Configured;
}

/** What of a plan is read. */
export interface StackPlanOptions {
  /** Whether to say what it was made from. @default false */
  readonly configured?: boolean;
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
  { configured: isAsked = false }: StackPlanOptions = {},
): ReadStackPlan {
  const { plan, secrets, configured } = readPlan(bytes, {
    ...{ stack, publicWords, unchangedOf: POLICY_TYPES },
    configured: isAsked,
  });
  const changes = neededOf(plan.changes);
  const addresses = new Set(changes.map(({ address }) => address));
  const references = new Map([...plan.references].filter(([address]) => addresses.has(address)));
  return {
    ...{ plan: { ...plan, changes, references }, secrets },
    ...(configured === undefined ? {} : { configured }),
  };
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
