import type { ITerraformDependable } from "../../src/cdk";

/** What a resource waits for, or undefined: an empty `depends_on` would be a line that says nothing. */
export function waitFor(
  ...lists: readonly (readonly ITerraformDependable[] | undefined)[]
): ITerraformDependable[] | undefined {
  const all = lists.flatMap((list) => list ?? []);
  return all.length > 0 ? all : undefined;
}
