export * from "./app-identity";
export * from "./grant";
