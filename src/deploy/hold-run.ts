import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DEFAULT_PATIENCE_MS, isAlive, pidOf, processToken, withLock } from "../offline/world";

const PAUSE_MS = 200;

/** How a run waits for its turn. */
export interface HoldOptions {
  /** Called once, with the process that has the turn. */
  readonly onWait?: (pid: string) => void;
  readonly stop?: AbortSignal;
}

/**
 * Does `work` while no other run does the like on the same environment; a run that was killed does not count.
 *
 * @param file names the run whose turn it is
 */
export async function holdRun<Result>(
  file: string,
  work: () => Promise<Result>,
  { onWait, stop }: HoldOptions = {},
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const token = processToken();
  for (let told = false; ; told = true) {
    const other = await withLock(file, DEFAULT_PATIENCE_MS, () => takeTurn(file, token));
    if (other === undefined) break;
    if (!told) onWait?.(pidOf(other));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    stop?.throwIfAborted();
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whose turn it is, when it is not ours now. */
function takeTurn(file: string, token: string): string | undefined {
  const holder = read(file);
  if (holder !== undefined && isAlive(holder)) return holder;
  writeFileSync(file, token, { mode: 0o600 });
  return undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
