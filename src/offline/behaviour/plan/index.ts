export { planChange } from "./plan";
export type { PlanRequest } from "./plan";
