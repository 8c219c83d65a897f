export * from "./access-diff";
export { policyDiff } from "./policy/policy-diff";
export type { References } from "./sources";
export { POLICY_TYPES } from "./sources";
