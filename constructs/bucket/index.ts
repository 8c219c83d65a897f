export * from "./access-log-bucket";
export * from "./access-log-policy";
export * from "./bucket-metrics";
export * from "./bucket-policy";
export * from "./bucket-port";
export * from "./bucket-reference";
export * from "./bucket-statements";
export * from "./domain-bucket";
