import { posix } from "node:path";
import { LOCK_FOLDER } from "../../manifest";
import type { Repository } from "../git";
import { foldersUp } from "./locked-version";

/** What a mesh is made from; what else lies in its folder, such as plans and reports, is no part of it. */
const PARTS = ["mesh.yaml", "domains", LOCK_FOLDER];

/** What is checked out. */
export interface MeshState {
  /** The commit. */
  readonly head: string;
  /** True when the mesh, or which constructs make it, has changes that are in no commit. */
  readonly uncommitted: boolean;
}

/**
 * The commit that is checked out, and whether the mesh is as it says.
 *
 * @throws GitError when there is no commit.
 */
export async function meshState(repository: Repository, root: string): Promise<MeshState> {
  const path = repository.pathOf(root);
  const locks = foldersUp(path).map((folder) => posix.join(folder, "package-lock.json"));
  return {
    head: await repository.commit("HEAD"),
    uncommitted: await repository.isChanged(...PARTS.map((part) => posix.join(path, part)), ...locks),
  };
}
