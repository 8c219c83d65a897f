export * from "./limits";
export * from "./render";
export * from "./statement";
