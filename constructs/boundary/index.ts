export * from "./admin-boundary";
export * from "./app-boundary";
export * from "./deploy-boundary";
export * from "./deploy-policies";
export * from "./deploy-role";
export * from "./deploy-target";
export * from "./domain-boundary";
export * from "./deploy-trust";
