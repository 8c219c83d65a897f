export * from "./body";
export * from "./grid";
export * from "./help";
export * from "./rows";
