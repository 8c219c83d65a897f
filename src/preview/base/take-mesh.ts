import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "../git";

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
  return isThere && existsSync(join(target, "mesh.yaml")) ? target : undefined;
}
