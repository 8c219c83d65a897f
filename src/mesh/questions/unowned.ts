import type { Domain, Mesh, Product } from "../model";

/** What nobody answers for. */
export interface Unowned {
  /** Domains whose owner is no team of the mesh. */
  readonly domains: readonly Domain[];
  /** Products in a folder whose domain has no valid manifest. */
  readonly products: readonly Product[];
}

/** The domains and products that nobody answers for. */
export function unowned(mesh: Mesh): Unowned {
  return {
    domains: [...mesh.domains.values()].filter(({ owner }) => !mesh.teams.has(owner.team)),
    products: [...mesh.ports.values()].filter(({ domain }) => !mesh.domains.has(domain)),
  };
}
