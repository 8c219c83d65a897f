import { execFile } from "node:child_process";
import { join } from "node:path";

/** A base that was made with other constructs than these. */
export interface ForeignBase {
  /** The folder of its `package.json`. */
  readonly project: string;
  /** The folder of its `mesh.yaml`. */
  readonly root: string;
  readonly version: string;
  readonly environment: string;
  readonly today: string;
  /** For its stacks. */
  readonly output: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Installing takes a minute where nothing is cached. */
const PATIENCE_MS = 600_000;

/** Of what a step said last: findings go to one stream, and how many there are to the other. */
const MOST_LINES = 5;

const LARGEST_OUTPUT_BYTES = 16 * 1024 * 1024;

/**
 * Installs the constructs that the base had locked, beside it, and lets them make its stacks.
 *
 * @returns the output folder
 * @throws Error that says which step failed, with the step's own words.
 */
export async function makeWithOwnConstructs(base: ForeignBase): Promise<string> {
  const { project, root, version, environment, today, output, env } = base;
  const variables = { ...env, MESHWRIGHT_ENV: environment, MESHWRIGHT_TODAY: today, MESHWRIGHT_OFFLINE: "" };
  const step = (what: string, command: string, words: readonly string[]) =>
    run(command, words, { cwd: project, env: variables }).catch((error: Error) => {
      throw new Error(
        `the base was made with constructs ${version}, which cannot be ${what}: ${error.message}; ` +
          "name the folder of its stacks with --base-output",
      );
    });
  await step("installed", "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  const command = join(project, "node_modules", ".bin", "meshwright");
  await step("run", command, ["synth", "--mesh", root, "--out", output]);
  return output;
}

interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

function run(command: string, words: readonly string[], options: RunOptions): Promise<void> {
  const limits = { timeout: PATIENCE_MS, maxBuffer: LARGEST_OUTPUT_BYTES };
  return new Promise((resolve, reject) => {
    execFile(command, [...words], { ...options, ...limits }, (error, stdout, stderr) => {
      if (error === null) return resolve();
      const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
      reject(new Error(lines.slice(-MOST_LINES).join(" ") || error.message.trim()));
    });
  });
}
