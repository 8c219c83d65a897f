export { CommandError, runCommand } from "./command";
export type { CommandOptions } from "./command";
export { withEngine } from "./engine";
export type { Engine, EngineOptions } from "./engine";
export { makeSocketDirectory, MAX_SOCKET_PATH_BYTES, sweepSocketDirectories } from "./socket-directory";
