export * from "./consistency";
export * from "./diff";
export { durationSeconds } from "./duration";
export * from "./model";
export * from "./read";
export * from "./write";
