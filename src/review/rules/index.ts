export * from "./aws";
export * from "./effects-in";
export * from "./effects-of";
export * from "./kafka";
export * from "./postgresql";
export * from "./rule";
