export * from "./markup";
export * from "./words";
