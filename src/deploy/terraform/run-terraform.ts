import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** What a run came to. */
export interface TerraformRun {
  /** The exit code; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run is done. */
export interface RunOptions {
  readonly directory: string;
  /** All variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with each line of standard output, which is then not collected. */
  readonly onLine?: (line: string) => void;
  /** Asks Terraform to stop: it ends what it is at and keeps its state. */
  readonly stop?: AbortSignal;
}

/**
 * Runs Terraform without blocking this process, which serves the simulated providers meanwhile.
 *
 * It gets a process group of its own: a terminal sends Ctrl-C to the whole group of this process, and the second one,
 * which is ours, would make Terraform give up without keeping its state.
 */
export async function runTerraform(
  command: string,
  args: readonly string[],
  { directory, env, onLine, stop }: RunOptions,
): Promise<TerraformRun> {
  stop?.throwIfAborted();
  const child = spawn(command, args, {
    ...{ cwd: directory, env, detached: true },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  if (onLine === undefined) child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  else createInterface({ input: child.stdout }).on("line", onLine);

  const interrupt = () => void child.kill("SIGINT");
  stop?.addEventListener("abort", interrupt);
  try {
    const code = await exitOf(child);
    return { code, stdout, stderr };
  } finally {
    stop?.removeEventListener("abort", interrupt);
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
}
