export * from "./backend";
export * from "./seal";
export * from "./state-location";
