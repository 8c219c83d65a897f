export * from "./alert-topic";
export * from "./platform-alert-topic";
export * from "./policy";
