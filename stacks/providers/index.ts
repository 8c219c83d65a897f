export * from "./aws";
export * from "./deploy-provider";
