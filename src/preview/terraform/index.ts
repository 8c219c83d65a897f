export * from "./plan-all";
export type { PlannedChange } from "./plan-change";
