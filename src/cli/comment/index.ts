export * from "./options";
export * from "./run-comment";
