export * from "./mesh-state";
export * from "./open-base";
export * from "./take-mesh";
