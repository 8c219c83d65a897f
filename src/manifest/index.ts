export * from "./cache/file-cache";
export * from "./codes";
export * from "./json-schema";
export * from "./limits";
export * from "./load";
export * from "./lock-file";
export * from "./manifest-set";
export * from "./schema";
export { readYaml, type YamlResult } from "./yaml";
