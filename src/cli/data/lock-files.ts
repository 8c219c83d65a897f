import { lockFile } from "../../manifest";
import { lockOf, type Domain, type MeshIndex } from "../../mesh";
import type { NewFile } from "../scaffold/new-file";

/** The locks of domains, as files of the mesh; a domain without products has none. */
export function lockFiles({ today }: MeshIndex, domains: Iterable<Domain>): NewFile[] {
  return [...domains]
    .filter(({ products, lock }) => products.length > 0 || lock !== undefined)
    .map((domain) => ({
      path: lockFile(domain.name),
      text: `${JSON.stringify(lockOf(domain, today), undefined, 2)}\n`,
    }));
}
