export * from "./definition";
export * from "./metric-alarm";
export * from "./ownership";
export * from "./rules";
