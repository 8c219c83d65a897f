export * from "./base";
export * from "./git";
export * from "./preview";
