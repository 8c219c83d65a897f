export * from "./edit-error";
export * from "./new-contract";
export * from "./write-contract";
