export { addMarks, marksOf, type Configured } from "./configured";
export { parseExactly } from "./file/parse-json";
export { PlanFileError, type PlanFileProblem } from "./file/plan-file-error";
export { lightened, MAX_PLAN_BYTES } from "./file/read-document";
export { MAX_NESTING } from "./file/sections";
export { hasNoChange } from "./has-no-change";
export { readPlan, type ReadPlan, type ReadPlanOptions } from "./read-plan";
export { HIDDEN, SecretGuard } from "./secrets/secret-guard";
