import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Packages whose code decides how a manifest is read and what a stack's bytes are. */
const PACKAGES = [
  "cdktf",
  "constructs",
  "@cdktf/provider-aws",
  "@cdktf/provider-postgresql",
  "yaml",
  "zod",
] as const;

/** Where the code is that reads manifests and makes stacks. */
const CODE_FOLDERS = ["constructs", "stacks", "src"] as const;

/** What this package's `package.json` says. */
export interface OwnPackage {
  readonly version: string;
  /** Ranges of the framework and the providers, by package. */
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The package's own `package.json`: beside `dist` when built, at the root of the sources else. */
export function ownPackage(): OwnPackage {
  return JSON.parse(readFileSync(findOwnPackage(__dirname), "utf8")) as OwnPackage;
}

/** The version of this package. */
export function ownVersion(): string {
  return ownPackage().version;
}

/**
 * Everything that turns an input into bytes: the library, the framework and the bindings. The library's own code counts
 * besides its version, so that who works on a construct sees the change at once.
 */
export function versionsOfEverything(): string {
  const others = PACKAGES.map((name) => `${name}@${versionIn(require.resolve(`${name}/package.json`))}`);
  return [`meshwright@${ownVersion()}+${codeStamp(join(__dirname, "..", ".."))}`, ...others].join(" ");
}

/** A hash over size and time of every file of code: a few milliseconds, and enough to see that one was written anew. */
export function codeStamp(root: string): string {
  const hash = createHash("sha256");
  for (const folder of CODE_FOLDERS.map((name) => join(root, name))) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/(?<!\.d)\.[jt]s$/.test(file)) continue;
      const { size, mtimeMs } = statSync(join(folder, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

function findOwnPackage(folder: string): string {
  const candidate = join(folder, "package.json");
  try {
    if ((JSON.parse(readFileSync(candidate, "utf8")) as { name?: string }).name === "meshwright")
      return candidate;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error("the package.json of meshwright is missing; install the package again");
  return findOwnPackage(parent);
}

function versionIn(packageFile: string): string {
  return (JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version;
}
