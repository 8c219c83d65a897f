import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Repository } from "../git";

const MESH_FILE = "mesh.yaml";

/**
 * The folder of the mesh in a commit: where it is now, or where the only mesh was that is nowhere any more, so that a
 * mesh that moves is the same one.
 *
 * @param path of its folder now, in the repository
 */
export async function meshPathIn(repository: Repository, commit: string, path: string): Promise<string> {
  const meshes = await repository.filesCalled(commit, MESH_FILE);
  if (meshes.includes(posix.join(path, MESH_FILE))) return path;
  const [gone, another] = meshes.filter((file) => !existsSync(join(repository.top, file)));
  if (gone === undefined || another !== undefined) return path;
  return gone === MESH_FILE ? "" : posix.dirname(gone);
}

/**
 * Writes the folder of a mesh as it was in a commit.
 *
 * @param path in the repository
 * @returns `target`, or undefined when there was no `mesh.yaml` in it
 */
export async function takeMesh(
  repository: Repository,
  commit: string,
  path: string,
  target: string,
): Promise<string | undefined> {
  const isThere = await repository.writeTree(commit, path, target);
  return isThere && existsSync(join(target, MESH_FILE)) ? target : undefined;
}
