export * from "./mesh-state";
export * from "./open-base";
export * from "./protected-before";
export * from "./take-mesh";
