export * from "./open-base";
