import type { MeshIndex } from "../mesh-index";
import type { Mesh } from "../model";

/** The domains above `domain`, nearest first; stops at an unknown parent and before a cycle closes. */
export function ancestorsOf(mesh: Mesh, domain: string): string[] {
  const ancestors = new Set<string>();
  let parent = mesh.domains.get(domain)?.parent;
  while (parent !== undefined && mesh.domains.has(parent) && parent !== domain && !ancestors.has(parent)) {
    ancestors.add(parent);
    parent = mesh.domains.get(parent)?.parent;
  }
  return [...ancestors];
}

/** The domains below `domain`, at any depth, parents before children. */
export function descendantsOf({ children }: MeshIndex, domain: string): string[] {
  const seen = new Set([domain]);
  // A set that grows while it is walked is the queue of a breadth-first search.
  for (const each of seen) {
    for (const child of children.get(each) ?? []) seen.add(child);
  }
  return [...seen].slice(1);
}

/**
 * The nearest domain that both are or are below; undefined when the two are in different trees. A domain is its own
 * ancestor here, so the answer for a domain and its grandparent is the grandparent.
 */
export function commonAncestor(mesh: Mesh, a: string, b: string): string | undefined {
  if (!mesh.domains.has(a) || !mesh.domains.has(b)) return undefined;
  const above = new Set([a, ...ancestorsOf(mesh, a)]);
  return [b, ...ancestorsOf(mesh, b)].find((each) => above.has(each));
}
