export * from "./run-review";
