export * from "./manifest-set";
export * from "./schema";
