export * from "./events";
export * from "./find-terraform";
export * from "./run-terraform";
