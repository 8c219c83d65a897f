/** The name this package is installed under. */
const PACKAGE = "meshwright";

interface LockFile {
  readonly packages?: Readonly<Record<string, Package>>;
}

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  /** Where it is from; for a link the folder it leads to. */
  readonly resolved?: string;
  readonly link?: boolean;
}

/** Which constructs a project has locked. */
export interface LockedConstructs {
  /** The folder of the lock file in the repository; empty for its top. */
  readonly folder: string;
  readonly version: string;
  /** Two of one version can still differ: a package made on this machine, say. */
  readonly content: string;
}

/**
 * The constructs that the lock file nearest to the mesh names; undefined when none does, as in the constructs' own
 * repository.
 *
 * @param readFile of a path in the repository
 */
export async function lockedConstructs(
  meshPath: string,
  readFile: (path: string) => Promise<string | undefined>,
): Promise<LockedConstructs | undefined> {
  for (const folder of foldersUp(meshPath)) {
    const text = await readFile(folder === "" ? "package-lock.json" : `${folder}/package-lock.json`);
    const locked = text === undefined ? undefined : constructsIn(text);
    if (locked !== undefined) return { folder, ...locked };
  }
  return undefined;
}

function constructsIn(text: string): Omit<LockedConstructs, "folder"> | undefined {
  const packages = parsed(text)?.packages;
  const found = packages?.[`node_modules/${PACKAGE}`];
  if (found === undefined) return undefined;
  const { integrity = "", resolved = "", link = false } = found;
  const { version = "" } = (link ? packages?.[resolved] : found) ?? {};
  return { version, content: [version, integrity === "" ? resolved : integrity].join(" ") };
}

/** A lock file that cannot be read names nothing: npm will say so where it matters. */
function parsed(text: string): LockFile | undefined {
  try {
    return JSON.parse(text) as LockFile;
  } catch {
    return undefined;
  }
}

/** `a/b`, `a` and the top. */
export function foldersUp(path: string): string[] {
  const parts = path === "" ? [] : path.split("/");
  return Array.from({ length: parts.length + 1 }, (_, at) => parts.slice(0, parts.length - at).join("/"));
}
