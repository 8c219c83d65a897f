import type { MeshIndex } from "../mesh-index";
import type { PortKey } from "../model";
import { accessesInto } from "./access";
import { appNamesOf, isBuilt } from "./agreement";

/** A workload of a domain, with its own identity. */
export interface MeshApp {
  readonly domain: string;
  readonly app: string;
  /** The ports it writes: all majors of the product it is named after, unless retired. */
  readonly produces: readonly PortKey[];
  /** The foreign ports it may read today. */
  readonly consumes: readonly PortKey[];
}

/** The apps of a domain, sorted by name, with what each writes and reads; none for an unknown domain. */
export function appsOf(index: MeshIndex, domain: string): MeshApp[] {
  const found = index.mesh.domains.get(domain);
  if (found === undefined) return [];

  const accesses = accessesInto(index, domain);
  return appNamesOf(found).map((app) => ({
    domain,
    app,
    produces: found.products.filter((each) => each.name === app && isBuilt(each)).map(({ key }) => key),
    consumes: accesses.filter((access) => access.app === app).map(({ port }) => port),
  }));
}
