export * from "./boundary-stack";
export * from "./boundary-stack-props";
