export * from "./rules";
export * from "./validation-error";
