/**
 * Meshwright for TypeScript: constructs and stacks with typed props, and the names they are built from. No manifest is
 * needed for any of it.
 */
export * from "./constructs";
export * from "./src/names";
export * from "./stacks";
