import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Io } from "../../../src/cli/io";
import { main } from "../../../src/cli/main";

/** What a run of the command line came to. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The day of all tests. */
export const TODAY = "2026-06-15";

/** Runs the command line in this process, on a day that stands still. */
export async function run(
  cwd: string,
  words: string | readonly string[],
  overrides: Partial<Io> = {},
): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    isTTY: false,
    cwd,
    env: {},
    now: () => new Date(`${TODAY}T12:00:00Z`),
    ...overrides,
  };
  const code = await main(typeof words === "string" ? words.split(" ") : words, io);
  return { code, stdout, stderr };
}

const folders: string[] = [];

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-cli-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
