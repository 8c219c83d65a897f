export { serveProvider } from "./server";
export type { ProviderServer } from "./server";
export { reattachment } from "./reattach";
