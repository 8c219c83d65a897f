export * from "./mesh-draft";
export * from "./mesh-files";
