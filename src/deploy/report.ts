import type { Action, Remark } from "./terraform";

/** How many resources are made, changed, made anew or removed. */
export type Changes = Readonly<Record<Action, number>>;

export const NO_CHANGES: Changes = { create: 0, update: 0, replace: 0, delete: 0 };

/** What became of a stack; `refused` when its plan would lose what nobody accepted, so that nothing of it was applied. */
export type Outcome = "unchanged" | "planned" | "deployed" | "destroyed" | "refused" | "failed" | "skipped";

/** Terraform's own words, with the construct they are about. */
export interface StackRemark extends Remark {
  /** `orders/Products/order-placed.v1/Topic`: the construct behind the address. */
  readonly constructPath?: string;
}

/** What a run did to one stack. */
export interface StackReport {
  readonly stack: string;
  readonly outcome: Outcome;
  /** What the plan says, or, when it failed or was refused, what of it was done. */
  readonly changes: Changes;
  /** True when outputs alone change, or the outside world was changed by somebody else. */
  readonly otherChanges: boolean;
  readonly seconds: number;
  /** Absolute path of the plan as JSON, when there is one. */
  readonly planFile?: string;
  readonly remarks: readonly StackRemark[];
  /** The stacks that failed, or were refused or skipped, before this one. */
  readonly because: readonly string[];
}

/** What a run is there for. */
export type Verb = "plan" | "deploy" | "destroy";

/** What a run did to all its stacks, in the order in which they are deployed. */
export interface RunReport {
  readonly verb: Verb;
  readonly environment: string;
  readonly stacks: readonly StackReport[];
  readonly seconds: number;
}

/** True when a stack was not brought to where it should be: what stands on it cannot follow. */
export const isFailure = ({ outcome }: Pick<StackReport, "outcome">): boolean =>
  outcome === "failed" || outcome === "refused";

/** True when a stack failed or was refused, or was skipped because of one. */
export const hasFailed = ({ stacks }: RunReport): boolean =>
  stacks.some((stack) => isFailure(stack) || stack.outcome === "skipped");

/** True when a plan has something to do. */
export const hasChanges = ({ stacks }: RunReport): boolean =>
  stacks.some(({ outcome }) => outcome === "planned");

/** The sum of changes. */
export function totalOf(stacks: readonly StackReport[]): Changes {
  const total = { ...NO_CHANGES };
  for (const { changes } of stacks) {
    for (const action of Object.keys(total) as Action[]) total[action] += changes[action];
  }
  return total;
}
