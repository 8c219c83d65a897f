export * from "./change";
export * from "./diff-contracts";
