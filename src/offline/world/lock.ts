import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { codeOf, storeFailure, WorldError } from "./error";
import { isAlive, pidOf, processToken } from "./process-token";
import { temporaryName } from "./temporary";

/** How long to wait for another process, in milliseconds. A transaction takes a few. */
export const DEFAULT_PATIENCE_MS = 30_000;

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

/**
 * Holds the lock of `file` while `work` runs. The lock is a file that names its holder; one whose holder has ended is
 * taken over.
 *
 * @throws WorldError when another process holds the lock for longer than `patienceMs`, or it cannot be made.
 */
export async function withLock<Result>(
  file: string,
  patienceMs: number,
  work: () => Result,
): Promise<Result> {
  const lock = `${file}.lock`;
  const token = processToken();
  await acquire(file, lock, token, patienceMs);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function acquire(file: string, lock: string, token: string, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (
    let pause = FIRST_PAUSE_MS;
    !tryAcquire(file, lock, token);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS)
  ) {
    if (performance.now() > deadline) {
      throw new WorldError(
        `the world's store '${file}' has been locked for ${patienceMs / 1000} s by process ` +
          `${pidOf(holderOf(lock) ?? "")}; wait for it to end, or delete '${lock}' if it is no deploy`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}

function tryAcquire(file: string, lock: string, token: string): boolean {
  if (tryCreate(file, lock, token)) return true;
  const holder = holderOf(lock);
  if (holder !== undefined && !isAlive(holder)) breakLock(file, lock, holder, token);
  return false;
}

/**
 * Removes the lock of a process that has ended. Who may do so is settled by a lock named after that process's token:
 * tokens are never used twice, so whoever comes late finds another holder and leaves it alone.
 */
function breakLock(file: string, lock: string, holder: string, token: string): void {
  const right = `${lock}.${holder}`;
  if (!tryCreate(file, right, token)) {
    const breaker = holderOf(right);
    if (breaker !== undefined && !isAlive(breaker)) breakLock(file, right, breaker, token);
    return;
  }
  try {
    if (holderOf(lock) === holder) unlinkSync(lock);
  } finally {
    rmSync(right, { force: true });
  }
}

/** Makes the lock with its holder's name in it, in one step: there is no moment in which it is empty. */
function tryCreate(file: string, lock: string, token: string): boolean {
  const own = temporaryName(lock, token);
  try {
    writeFileSync(own, token, { mode: 0o600 });
    linkSync(own, lock);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw storeFailure(file, "written", cause);
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return undefined;
  }
}
