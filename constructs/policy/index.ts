export * from "./limits";
export * from "./render";
export * from "./sid";
export * from "./statement";
export * from "./values";
