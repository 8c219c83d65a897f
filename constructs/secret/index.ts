export * from "./secret-reference";
