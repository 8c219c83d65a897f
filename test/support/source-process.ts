import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const TYPESCRIPT = join(__dirname, "typescript.cjs");

/** The words that run a source file as a process of its own. */
export const sourceWords = (file: string): string[] => [process.execPath, "-r", TYPESCRIPT, join(ROOT, file)];

/** What a process wrote and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own. `onOutput` may send it signals. */
export function meshwright(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  onOutput: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const [command = "", ...args] = sourceWords("src/cli/meshwright.ts");
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, ...words], {
      cwd,
      env: { ...process.env, MESHWRIGHT_TODAY: "2026-11-20", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      onOutput(stdout, child);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
      onOutput(stdout + stderr, child);
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
