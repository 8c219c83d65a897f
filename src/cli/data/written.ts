/** The form of {@link WrittenFiles}; another number means another form. */
export const FILES_FORMAT = "meshwright.files/1";

/** What a command wrote. */
export interface WrittenFiles {
  readonly format: typeof FILES_FORMAT;
  /** From the working directory. */
  readonly written: readonly string[];
  /** What comes next, one step per line: a command, or words. */
  readonly next: readonly string[];
}

/** What a command wrote, and what comes next. */
export function writtenFiles(
  prefix: string,
  files: readonly { readonly path: string }[],
  next: readonly string[],
): WrittenFiles {
  return { format: FILES_FORMAT, written: files.map(({ path }) => `${prefix}${path}`), next };
}
