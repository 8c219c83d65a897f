export { applyChange } from "./apply";
export { Refusal, type Job } from "./job";
export { isOrphan } from "./needs";
export { stateOf } from "./stored";
