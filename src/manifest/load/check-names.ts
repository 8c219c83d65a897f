import type { Problem } from "../../finding";
import { LOCK_FOLDER, lockedDomain } from "../lock-file";
import { error, printable, type Wording } from "../problem";
import { clashes, foldedName, skeletonOf } from "./confusable";

/** A folder with the manifest in it. */
export interface NamedFolder {
  readonly folder: string;
  readonly file: string;
}

/** `order-placed`, or `order-placed.v2` for a further major version. */
const PRODUCT_FOLDER = /^(.*?)(?:\.v([1-9][0-9]?))?$/;

/** Name and major version that a product's folder says. */
export function productFolder(folder: string): { readonly name: string; readonly major?: number } {
  const [, name = folder, major] = PRODUCT_FOLDER.exec(folder) ?? [];
  return major === undefined ? { name } : { name, major: Number(major) };
}

/** Domains, or the products of one domain, that a file system or a person takes for each other. */
export function clashingNames(kind: "domain" | "product", folders: readonly NamedFolder[]): Problem[] {
  const names = folders.map(({ folder }) => folder);
  const fileOf = (name: string): string => folders.find(({ folder }) => folder === name)?.file ?? name;
  const collisions = clashes(names, foldedName);
  const collided = new Set(collisions.map(({ name }) => name));

  const bases = new Map(
    names.filter((name) => !collided.has(name)).map((name) => [productFolder(name).name, name]),
  );
  const confusables = clashes([...bases.keys()], skeletonOf);
  return [
    ...collisions.map(({ name, first }) =>
      error("NameCollision", { file: fileOf(name), path: ["name"] }, collisionWording(kind, name, first)),
    ),
    ...confusables.map(({ name, first }) =>
      error(
        "NameConfusable",
        { file: fileOf(bases.get(name) ?? name), path: ["name"] },
        confusableWording(kind, name, first),
      ),
    ),
  ];
}

/** A domain's name that is not its folder's. */
export function domainFolderProblem({ folder, file }: NamedFolder, name: string): Problem | undefined {
  return name === folder
    ? undefined
    : mismatch(file, ["name"], `name is '${name}' in the folder '${folder}'`, folder);
}

/** A product's name or version that its folder contradicts. */
export function productFolderProblem(
  { folder, file }: NamedFolder,
  name: string,
  version: string,
): Problem | undefined {
  const expected = productFolder(folder);
  if (name !== expected.name) {
    return mismatch(file, ["name"], `name is '${name}' in the folder '${folder}'`, expected.name);
  }
  if (expected.major !== undefined && expected.major !== majorOf(version)) {
    const right = `${expected.major}.0.0`;
    return mismatch(file, ["version"], `version is '${version}' in the folder '${folder}'`, right);
  }
  return undefined;
}

/** Two folders that hold the same major version of a product. */
export function sameMajor(file: string, name: string, version: string, first: string): Problem {
  return error(
    "NameCollision",
    { file, path: ["version"] },
    {
      message: `${name} ${version} has the major version that ${first} holds already`,
      value: version,
      rule: "one folder per major version of a product",
      fix: "raise the major version, or delete one of the folders",
    },
  );
}

/** Something between the locks that is not named like one: a lock that is misspelt would protect nothing. */
export function noLock(name: string): Problem {
  const shown = printable(name);
  const meant = `${name.toLowerCase().replace(/\..*$/, "")}.json`;
  return error(
    "NameInvalid",
    { file: `${LOCK_FOLDER}/${shown}`, path: [], position: { line: 1, column: 1 } },
    {
      message: `${LOCK_FOLDER}/${shown} is no lock`,
      value: shown,
      rule: `a file of ${LOCK_FOLDER}/ is named <domain>.json`,
      fix: lockedDomain(meant) === undefined ? "remove it" : `rename it to ${meant}, or remove it`,
    },
  );
}

/** The major version of `1.2.0`. */
export const majorOf = (version: string): number => Number(version.split(".")[0]);

function mismatch(file: string, path: readonly string[], message: string, right: string): Problem {
  return error(
    "FolderMismatch",
    { file, path },
    {
      message,
      rule: "a folder is named like what it holds; a product's may end in .v and its major version",
      fix: `write ${right}, or rename the folder`,
    },
  );
}

const collisionWording = (kind: string, name: string, first: string): Wording => ({
  message: `the ${kind} folders '${first}' and '${name}' are one on systems that ignore case`,
  value: name,
  rule: `${kind}s differ in more than case`,
  fix: "rename one of them",
});

const confusableWording = (kind: string, name: string, first: string): Wording => ({
  message: `${kind} '${name}' looks like ${kind} '${first}'`,
  value: name,
  rule: `${kind}s differ in more than 0/o, 1/l/i, rn/m, vv/w and hyphens`,
  fix: "rename one of them",
});
