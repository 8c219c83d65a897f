import { posix } from "node:path";
import { lockOf, type Domain, type MeshIndex } from "../../mesh";
import type { NewFile } from "../scaffold/new-file";

/** The locks of domains, as files of the mesh; a domain without products has none. */
export function lockFiles({ today }: MeshIndex, domains: Iterable<Domain>): NewFile[] {
  return [...domains]
    .filter(({ products, lock }) => products.length > 0 || lock !== undefined)
    .map((domain) => ({
      path: posix.join(posix.dirname(domain.file), "domain.lock.json"),
      text: `${JSON.stringify(lockOf(domain, today), undefined, 2)}\n`,
    }));
}
