export * from "./platform-stack";
export * from "./platform-stack-props";
