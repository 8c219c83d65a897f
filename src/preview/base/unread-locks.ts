import { foldersUp } from "./locked-version";

/** Where other package managers, and projects without a lock file, say which constructs they use. */
const FILES = [
  ...["npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"],
  "package.json",
] as const;

/** Reads a file by its path in the repository; undefined when it is not there. */
export type ReadFile = (path: string) => Promise<string | undefined>;

/**
 * A file beside the mesh or above it that names other constructs than before, where no `package-lock.json` did: what
 * made the base cannot be told from it.
 */
export async function unreadLock(
  meshPath: string,
  before: ReadFile,
  now: ReadFile,
): Promise<string | undefined> {
  for (const folder of foldersUp(meshPath)) {
    for (const name of FILES) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const [was, is] = await Promise.all([before(path), now(path)]);
      if (was !== undefined && namedIn(was) !== namedIn(is ?? "")) return path;
    }
  }
  return undefined;
}

/** Everything that a file says of the constructs, in whatever format. */
const namedIn = (text: string): string =>
  text
    .split(/[\n,]/)
    .filter((line) => line.includes("meshwright"))
    .join("\n");
