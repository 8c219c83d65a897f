/** What is wrong with a world's store, and what to do about it. */
export class WorldError extends Error {
  override readonly name = "WorldError";
}

const REASONS: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  ENOENT: ["its folder is gone", "make the folder again"],
  ENOSPC: ["the disk is full", "free some space and run again"],
  EDQUOT: ["the disk quota is used up", "free some space and run again"],
  EROFS: ["the file system is read-only", "put the store where it can be written"],
  EACCES: ["permission denied", "make the file and its folder writable for this user"],
  EPERM: ["permission denied", "make the file and its folder writable for this user"],
  EISDIR: ["it is a folder", "move the folder away"],
  ENOTDIR: ["a part of the path is no folder", "move that file away"],
};

/** The system's refusal as a sentence; what is no refusal of the file system is returned as it is. */
export function storeFailure(file: string, doing: "read" | "written", cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === undefined) return cause;
  const [what, fix] = REASONS[code] ?? [
    `the system says ${code}`,
    "see that the file and its folder are usable",
  ];
  return new WorldError(`the world's store '${file}' cannot be ${doing}: ${what}; ${fix}`, { cause });
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return undefined;
  return typeof cause.code === "string" ? cause.code : undefined;
}
