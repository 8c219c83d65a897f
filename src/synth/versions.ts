import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Packages whose code decides what a stack's bytes are. */
const PACKAGES = ["cdktf", "constructs", "@cdktf/provider-aws", "@cdktf/provider-postgresql"] as const;

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

/** Everything that turns an input into bytes, for the fingerprint of a stack: the library, framework and bindings. */
export function versionsOfEverything(): string {
  const others = PACKAGES.map((name) => `${name}@${versionIn(require.resolve(`${name}/package.json`))}`);
  return [`meshwright@${ownVersion()}`, ...others].join(" ");
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
