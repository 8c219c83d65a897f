export * from "./domain-key";
export * from "./grantee-rules";
export * from "./key-policy";
export * from "./key-reference";
export * from "./key-statements";
