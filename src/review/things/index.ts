export * from "./identity";
export * from "./thing-of";
export * from "./values";
export { grantedObjects } from "./things";
