import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Signals handed on to the command. */
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A command that could not be started; `exitCode` is what a shell would give. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    message: string,
    readonly exitCode: 126 | 127,
  ) {
    super(message);
  }
}

/** How a command is run. */
export interface CommandOptions {
  /** Variables added to this process's own. @default none */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default the current directory */
  readonly directory?: string;
  /** True when a terminal sends its own signals to the command as well. @default whether there is a terminal */
  readonly terminal?: boolean;
}

/**
 * Runs a command with this process's input and output and hands signals on to it.
 *
 * @returns its exit code; 128 and the signal's number when a signal ended it.
 * @throws CommandError when it cannot be started.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { environment = {}, directory, terminal = onTerminal() }: CommandOptions = {},
): Promise<number> {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...environment },
    ...(directory === undefined ? {} : { cwd: directory }),
  });
  const stop = passSignals(child, terminal);
  try {
    return await exitCodeOf(child, command);
  } finally {
    stop();
  }
}

function onTerminal(): boolean {
  return process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
}

/**
 * While the command runs, this process does not end by a signal: it waits for the command to. A terminal sends
 * Ctrl-C to both; handing it on too would make it the second, on which Terraform stops without cleaning up.
 */
function passSignals(child: ChildProcess, terminal: boolean): () => void {
  const listeners = PASSED_ON.map((signal) => {
    const pass = () => {
      if (!(terminal && signal === "SIGINT")) child.kill(signal);
    };
    process.on(signal, pass);
    return () => process.off(signal, pass);
  });
  return () => listeners.forEach((remove) => remove());
}

function exitCodeOf(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => reject(startError(command, error)));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? (code ?? 0) : 128 + constants.signals[signal]),
    );
  });
}

function startError(command: string, error: NodeJS.ErrnoException): CommandError {
  if (error.code === "ENOENT") {
    return new CommandError(`'${command}' was not found, or the directory to run it in is not there`, 127);
  }
  return new CommandError(`'${command}' cannot be run: ${error.message}`, 126);
}
