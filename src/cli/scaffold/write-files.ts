import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NewFile } from "./new-file";

/**
 * Throws when one of the files is there: nothing that somebody wrote is overwritten.
 *
 * @throws Error that names the files.
 */
export function refuseToOverwrite(root: string, files: readonly NewFile[]): void {
  const there = files.filter(({ path }) => existsSync(join(root, path))).map(({ path }) => path);
  if (there.length > 0) throw new Error(`already there, and not overwritten: ${there.join(", ")}`);
}

/**
 * Writes files that are not there yet: all of them, or none.
 *
 * @throws Error when one of them is there, or cannot be written.
 */
export function writeNewFiles(root: string, files: readonly NewFile[]): void {
  refuseToOverwrite(root, files);
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: "wx" });
      written.push(target);
    }
  } catch (error) {
    for (const target of written) rmSync(target);
    throw error;
  }
}
