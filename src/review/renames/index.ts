export * from "./renames-of";
