export * from "./acknowledgements";
export * from "./approvals";
export * from "./break-sets";
export type { ReviewedPlan } from "./breaks-of";
export * from "./entries-yaml";
export * from "./loss-sets";
export * from "./losses-of";
export { PLATFORM, platformTeam } from "./place";
export * from "./risk-hash";
