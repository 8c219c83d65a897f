export * from "./attributes";
export * from "./consumers";
export * from "./resource";
export * from "./resources";
