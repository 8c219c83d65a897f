import { copyFileSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const STATE = ".tfstate";

/** Terraform writes a state within a few milliseconds. */
const WRITING_MS = 200;

/**
 * Gives states back that were lost when Terraform was killed: it empties a local state before it writes it anew, but
 * keeps the one from before its run beside it. What the killed run has made since is in the world.
 *
 * @param folder of the states; it need not be there
 * @returns the names of the files that were given back, sorted.
 */
export async function recoverStates(folder: string): Promise<string[]> {
  const lost = lostStates(folder);
  if (lost.length === 0) return [];
  // One that another Terraform is writing is whole a moment later.
  await setTimeout(WRITING_MS);
  const still = lostStates(folder).filter((name) => lost.includes(name));
  for (const name of still) restore(join(folder, name));
  return still;
}

/** States that are not whole, of which there is a whole one from before. */
function lostStates(folder: string): string[] {
  const names = namesIn(folder);
  return names
    .filter((name) => name.endsWith(STATE) && names.includes(backupOf(name)))
    .filter((name) => !isWhole(join(folder, name)) && isWhole(join(folder, backupOf(name))))
    .sort();
}

function restore(file: string): void {
  const copy = `${file}.${process.pid}.tmp`;
  copyFileSync(backupOf(file), copy);
  renameSync(copy, file);
}

const backupOf = (file: string): string => `${file}.backup`;

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
