export * from "./domain-stack";
export * from "./domain-stack-props";
