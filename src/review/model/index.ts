export * from "./acknowledgement";
export * from "./effect";
export * from "./input";
export * from "./plan";
export * from "./review";
export * from "./text";
export * from "./value";
export * from "./verdict";
