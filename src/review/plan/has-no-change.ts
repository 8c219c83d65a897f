import type { Plan, ResourceChange } from "../model";

/**
 * True when an apply would do nothing at all, and the plan is whole enough to say so: no resource, no move, no import, no
 * output, no side effect, nothing put off. Terraform's own answer is asked as well.
 */
export function hasNoChange(plan: Plan): boolean {
  return (
    !plan.errored &&
    plan.applyable !== true &&
    plan.changes.every(isNothing) &&
    plan.outputs.length === 0 &&
    plan.deferred.length === 0 &&
    plan.actionInvocations === 0
  );
}

const isNothing = ({ action, previousAddress, importing }: ResourceChange): boolean =>
  action === "no-op" && previousAddress === undefined && importing === undefined;
