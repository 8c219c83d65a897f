export * from "./compile";
export * from "./formats";
export * from "./meshwright";
export type * from "./spec";
export * from "./version";
