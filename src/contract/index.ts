export * from "./consistency";
export * from "./diff";
export * from "./model";
export * from "./read";
export * from "./write";
