import { copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { extname, join } from "node:path";
import { LOCK_FOLDER } from "../../manifest";

/** Files that a mesh is read from; migrations and the like stay where they are. */
const READ: ReadonlySet<string> = new Set([".yaml", ".yml", ".json"]);

/** Copies what a mesh is read from: `mesh.yaml`, the manifests below `domains`, and the locks. */
export function copyMesh(root: string, copy: string): void {
  copyFileSync(join(root, "mesh.yaml"), join(copy, "mesh.yaml"));
  for (const folder of ["domains", LOCK_FOLDER]) {
    if (existsSync(join(root, folder))) copyFolder(join(root, folder), join(copy, folder));
  }
}

/** Entry by entry: no link is followed, and nothing is copied that nobody reads. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyFolder(source, target);
    // A link stays the link it is, so that one that leads out of the mesh is found in the copy too.
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile() && READ.has(extname(entry.name))) copyFileSync(source, target);
  }
}
