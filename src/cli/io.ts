/** What a run of the command line sees of the world; a test hands in its own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether `stdout` is a terminal. */
  readonly isTTY: boolean;
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
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
  };
}
