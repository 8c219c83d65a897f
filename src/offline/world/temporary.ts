import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./process-token";

/** The name of a file on its way to become `file`. */
export const temporaryName = (file: string, token: string): string => `${file}.${token}.tmp`;

/** Removes what processes that ended in the middle of a step have left beside `file`. */
export function sweepTemporaries(file: string): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    const [token, ending] = name.split(".").slice(-2);
    if (!name.startsWith(`${basename(file)}.`) || ending !== "tmp" || token === undefined) continue;
    if (!isAlive(token)) removeQuietly(join(folder, name));
  }
}

/** What cannot be removed harms no one. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
