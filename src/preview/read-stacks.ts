import type { StackInput } from "../review/model";
import { SecretGuard } from "../review/plan";
import type { PlannedStack } from "./preview";

/** The stacks of a review, and what tells their secrets. */
export interface ReadStacks {
  readonly stacks: readonly StackInput[];
  readonly secrets: SecretGuard;
}

/** Stacks as a review takes them, with the secrets of all in one. */
export function readStacks(planned: readonly PlannedStack[]): ReadStacks {
  const guards = planned.flatMap(({ read }) => read?.secrets ?? []);
  const stacks = planned.map(({ read, error, proven, missing = false, ...stack }): StackInput => {
    const outcome = missing ? "missing" : proven ? "proven" : error === undefined ? "planned" : "failed";
    return {
      ...{ ...stack, outcome },
      ...(read === undefined ? {} : { plan: read.plan }),
      ...(error === undefined ? {} : { error: read?.secrets.redact(error) ?? error }),
    };
  });
  return { stacks, secrets: new SecretGuard().merged(guards) };
}
