export * from "./always";
export { changedAttributes } from "./changed-attributes";
export * from "./otherwise";
export { UNSEEN } from "./unseen";
