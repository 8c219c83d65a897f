export * from "./calendar-date";
export * from "./contract-changes";
export * from "./domain";
export * from "./lock";
export * from "./mesh";
export * from "./product";
