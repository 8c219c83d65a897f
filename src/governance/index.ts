export * from "./name-conflicts";
export * from "./policy-rule";
export * from "./rules";
export * from "./run-rules";
