export * from "./approvals";
export * from "./loss-sets";
export * from "./losses-of";
export * from "./risk-hash";
