export * from "./change";
export * from "./diff-contracts";
export type { LimitName } from "./limits";
