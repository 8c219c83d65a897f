export * from "./access-diff";
export { lockoutBy, type Lockout } from "./policy/lockout";
export { policyDiff } from "./policy/policy-diff";
export type { References } from "./sources";
export { POLICY_TYPES } from "./sources";
export type { Choice, Grant } from "./grant";
export type { Condition } from "./policy/condition";
export type { ReasonOf, Shift } from "./reason";
