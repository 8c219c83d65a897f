import { refuseFindings, type ReadableMesh } from "./checked-mesh";
import { writtenFiles } from "./data/written";
import { EXIT, type ExitCode } from "./exit-code";
import type { Io } from "./io";
import type { FormatOptions } from "./options";
import { print, printJson } from "./print";
import { checkDraft } from "./scaffold/check-draft";
import type { NewFile } from "./scaffold/new-file";
import { writeNewFiles } from "./scaffold/write-files";
import { styleOf } from "./style";
import { renderWritten } from "./views/written";

/** Files that a command adds to a mesh. */
export interface Addition {
  readonly files: readonly NewFile[];
  /** What to do next, one step per line. */
  readonly next: readonly string[];
}

/** Adds files to a mesh when the mesh has no error with them; else nothing is written. */
export function addFiles(
  io: Io,
  { root, today, prefix }: ReadableMesh,
  { files, next }: Addition,
  options: FormatOptions,
): ExitCode {
  const { errors } = checkDraft(root, files, today);
  if (errors.length > 0) return refuseFindings(io, errors, prefix, options);

  writeNewFiles(root, files);
  const written = writtenFiles(prefix, files, next);
  if (options.format === "json") printJson(io, written);
  else print(io, renderWritten(written, styleOf(io)));
  return EXIT.ok;
}
