export * from "./replacement";
export * from "./subject";
export * from "./type-facts";
export * from "./units";
