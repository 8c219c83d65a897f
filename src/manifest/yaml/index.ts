export * from "./decode";
export * from "./read-yaml";
