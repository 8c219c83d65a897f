export * from "./boundary";
export * from "./domain";
export * from "./platform";
export * from "./state";
