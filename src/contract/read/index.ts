export * from "./read-contract";
