export * from "./overlaps";
export * from "./place-owners";
export * from "./resource";
export * from "./resources-of";
export * from "./site-of";
export { clusterScope, databaseScope, serverScope } from "./scopes";
