import type { Command } from "commander";
import type { ExitCode } from "./exit-code";
import type { Io } from "./io";

/** What a command is given to work with. */
export interface CommandContext {
  readonly io: Io;
  /** Says how it ended. */
  readonly finish: (code: ExitCode) => void;
}

/** A file of `commands/`: it says what its command takes, and what it does. */
export interface CommandModule {
  readonly define: (command: Command, context: CommandContext) => void;
  /** The exit code when it could not run. @default EXIT.failed */
  readonly couldNotRun?: ExitCode;
}
