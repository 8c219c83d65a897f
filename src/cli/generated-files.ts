import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CheckedMesh } from "./checked-mesh";
import { writtenFiles } from "./data/written";
import { EXIT, type ExitCode } from "./exit-code";
import type { Io } from "./io";
import type { FormatOptions } from "./options";
import { print, printError, printJson } from "./print";
import type { NewFile } from "./scaffold/new-file";
import { styleOf } from "./style";
import { renderWritten } from "./views/written";

/** How generated files are brought up to date. */
export interface GenerateOptions extends FormatOptions {
  /** Only say which ones are not. */
  readonly check?: boolean;
}

/** Brings generated files up to date, or says which ones are not. Files that are as they should be are left alone. */
export function updateGenerated(
  io: Io,
  { root, prefix }: Pick<CheckedMesh, "root" | "prefix">,
  files: readonly NewFile[],
  { check = false, format }: GenerateOptions,
  command: string,
): ExitCode {
  const stale = staleOf(root, files);
  if (check) {
    for (const { path } of stale) {
      printError(io, [`${prefix}${path} is not up to date; run ${command} and commit what it writes`]);
    }
    return stale.length > 0 ? EXIT.findings : EXIT.ok;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const written = writtenFiles(prefix, stale, []);
  if (format === "json") printJson(io, written);
  else print(io, stale.length === 0 ? ["everything is up to date"] : renderWritten(written, styleOf(io)));
  return EXIT.ok;
}

/** Those that are not as they should be, or not there. */
export const staleOf = (root: string, files: readonly NewFile[]): NewFile[] =>
  files.filter(({ path, text }) => textOf(join(root, path)) !== text);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
