export * from "./render-terminal";
