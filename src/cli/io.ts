import { createInterface } from "node:readline/promises";
import { buffer } from "node:stream/consumers";

/** What a run of the command line sees of the world; a test hands in its own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether `stdout` is a terminal. */
  readonly isTTY: boolean;
  /** The terminal's width. @default 80 */
  readonly columns?: () => number;
  /** Asks whoever sits at the terminal. @default - nobody does */
  readonly ask?: (question: string) => Promise<string>;
  /** All of standard input, to its end. @default - nothing is there */
  readonly input?: () => Promise<Uint8Array>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** The process as it is. */
export function processIo(): Io {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTTY: process.stdout.isTTY,
    columns: () => process.stdout.columns,
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
    input: () => buffer(process.stdin),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
  };
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Without these, a question that is not answered would end the process as if all were well.
  const unanswered = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  terminal.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return await Promise.race([terminal.question(question), unanswered]);
  } finally {
    terminal.close();
  }
}
