import type { Plan, ReviewInput, StackInput } from "../../../src/review/model";

/** A plan in which nothing changes unless told. */
export function plan(over: Partial<Plan> = {}): Plan {
  return {
    ...{ errored: false, complete: true, applyable: (over.changes ?? []).length > 0 },
    ...{ changes: [], drift: [], otherDrift: 0, outputs: [], checks: [], deferred: [] },
    ...{ actionInvocations: 0, references: new Map() },
    ...over,
  };
}

/** A stack that was planned, of domain `orders` unless told. */
export function stackInput(over: Partial<StackInput> = {}): StackInput {
  return {
    ...{ stack: "orders", domain: "orders", outcome: "planned" as const, plan: plan() },
    ...{ constructs: new Map(), prevented: new Set<string>() },
    ...over,
  };
}

/** A review of stacks without a mesh unless told. */
export function reviewInput(over: Partial<ReviewInput> = {}): ReviewInput {
  return {
    ...{ id: "plans/any", environment: "any", today: "2026-06-15", stacks: [] },
    ...{ findings: [], accepted: [], limits: [], holdsSecret: () => false },
    ...over,
  };
}
