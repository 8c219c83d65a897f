import { posix } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Repository } from "../git";

/** All that is asked of a `mesh.yaml` that may be of another version, or broken. */
const environments = z.object({
  environments: z.array(z.object({ name: z.string(), protected: z.boolean() })),
});

/**
 * The first environment that was protected in a commit: the one that the mesh was reviewed in. Undefined when there was
 * none, or nothing that says so.
 */
export async function protectedBefore(
  repository: Repository,
  commit: string,
  root: string,
): Promise<string | undefined> {
  const text = await repository.file(commit, posix.join(repository.pathOf(root), "mesh.yaml"));
  const read = environments.safeParse(text === undefined ? undefined : parsed(text));
  return read.data?.environments.find((each) => each.protected)?.name;
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
