export * from "./contract";
export * from "./contract-shape";
export * from "./migration";
export { MigrationError, type MigrationProblem } from "./problem";
export * from "./table";
export * from "./types";
