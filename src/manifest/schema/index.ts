export * from "./domain";
export * from "./mesh";
export * from "./product";
