import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning } from "../is-running";

/** Unix socket paths longer than this are refused by macOS; Linux takes four more. */
export const MAX_SOCKET_PATH_BYTES = 103;

/** A directory younger than this may belong to an engine that is only starting. */
const STARTING_MS = 60_000;
const ANSWER_MS = 1_000;

const OWN_NAME = /^mw-(\d+)-\w{6}$/;

/**
 * Makes a directory for sockets that only this user can enter, named after this process.
 *
 * @param parent the directory to make it in. @default the system's directory for temporary files
 * @throws Error when the paths in it would be too long for a socket or it cannot be made.
 */
export function makeSocketDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, `mw-${process.pid}-`));
  const longest = Buffer.byteLength(join(directory, "postgresql.sock"));
  if (longest <= MAX_SOCKET_PATH_BYTES) return directory;

  removeDirectory(directory);
  throw new Error(
    `the temporary directory '${parent}' is too deep for sockets: their path would have ${longest} bytes, ` +
      `at most ${MAX_SOCKET_PATH_BYTES} are possible; set TMPDIR to a shorter one such as /tmp`,
  );
}

/** Removes a socket directory with all in it; one that is not there is fine. */
export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/**
 * Removes what engines left behind that ended without cleaning up: directories of this user whose process is
 * gone and whose sockets nobody answers. Process numbers alone would not do: containers that share the
 * directory count their own.
 *
 * @returns the directories removed.
 */
export async function sweepSocketDirectories(parent = tmpdir(), now = Date.now()): Promise<string[]> {
  const removed: string[] = [];
  for (const name of namesIn(parent)) {
    const pid = Number(OWN_NAME.exec(name)?.[1]);
    const directory = join(parent, name);
    if (Number.isNaN(pid) || !isOldAndOwn(directory, now) || isRunning(pid)) continue;
    if (await someoneAnswers(directory)) continue;
    removeDirectory(directory);
    removed.push(directory);
  }
  return removed;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isOldAndOwn(directory: string, now: number): boolean {
  try {
    const { mtimeMs, uid } = statSync(directory);
    return now - mtimeMs > STARTING_MS && uid === process.getuid?.();
  } catch {
    return false;
  }
}

async function someoneAnswers(directory: string): Promise<boolean> {
  const answers = await Promise.all(namesIn(directory).map((name) => answersAt(join(directory, name))));
  return answers.includes(true);
}

function answersAt(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    // Who neither takes nor refuses the call is there, but busy.
    socket.setTimeout(ANSWER_MS, () => end(true));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
