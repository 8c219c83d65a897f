import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locate, type Finding } from "../../src/finding";
import { loadManifests } from "../../src/manifest";
import { meshDir, validMesh, type Files } from "../support/mesh-dir";

/** What loading finds in the valid mesh with some files changed. */
export function findingsIn(changes: Files): Finding[] {
  return findingsBelow(meshDir(validMesh(changes)));
}

/** What loading finds in a folder. */
export function findingsBelow(root: string): Finding[] {
  return locate(loadManifests(root).problems, (file) => {
    try {
      return readFileSync(join(root, file), "utf8");
    } catch {
      return undefined;
    }
  });
}

/** `file:line:column Code`, the part that a reader clicks on. */
export const headline = ({ at, position, code }: Finding): string =>
  `${at.file}:${position.line}:${position.column} ${code}`;

/** The text with one part replaced; fails when the part is not there. */
export function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the text does not hold '${part}'`);
  return text.replace(part, () => by);
}
