export type * from "./facts";
export * from "./rules";
