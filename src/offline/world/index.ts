export type { Draft, WorldView } from "./draft";
export { WorldError } from "./error";
export { DEFAULT_PATIENCE_MS, withLock } from "./lock";
export { isAlive, pidOf, processToken } from "./process-token";
export type { Thing } from "./thing";
export { DEFAULT_SEED, isAbandoned, settled, World } from "./world";
export type { Found, WorldOptions } from "./world";
