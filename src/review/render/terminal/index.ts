export { TERMINAL_ROWS } from "./limits";
export type { Paint } from "./paint";
export * from "./render-plans";
export * from "./render-terminal";
export { wrapped } from "./wrap";
