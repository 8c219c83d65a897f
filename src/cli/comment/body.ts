import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "../io";

/** The most that is read of a file: no host takes as much. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/**
 * The text of a file; it never goes through an argument or a variable, which have limits and are shown in logs.
 *
 * @throws Error when there is none, or it is larger than any comment
 */
export function bodyIn({ cwd }: Pick<Io, "cwd">, file: string): string {
  const path = resolve(cwd, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new Error(`${file} is no file`);
  if (found.size > MAX_FILE_BYTES) {
    throw new Error(`${file} has ${found.size} bytes, more than any host takes (${MAX_FILE_BYTES})`);
  }
  return readFileSync(path, "utf8");
}
