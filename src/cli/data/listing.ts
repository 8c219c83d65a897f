import { localKey, type Domain, type MeshIndex, type Product } from "../../mesh";
import { portKindsOf, readingDomains, type PortKind } from "./state";

/** The form of {@link MeshListing}; another number means another form. */
export const LISTING_FORMAT = "meshwright.mesh/1";

/** The domains of a mesh as a tree. */
export interface MeshListing {
  readonly format: typeof LISTING_FORMAT;
  readonly organisation: string;
  readonly domainCount: number;
  readonly productCount: number;
  readonly domains: readonly ListedDomain[];
}

/** A domain with what is in it. */
export interface ListedDomain {
  readonly name: string;
  readonly owner: string;
  readonly products: readonly ListedProduct[];
  readonly domains: readonly ListedDomain[];
}

/** One major of a product. */
export interface ListedProduct {
  /** `order-placed.v2`. */
  readonly name: string;
  readonly version: string;
  readonly lifecycle: Product["lifecycle"];
  readonly sunset?: string;
  readonly ports: readonly PortKind[];
  /** Domains that read it today. */
  readonly readers: readonly string[];
}

/** Every domain once, below its parent; one whose parent is unknown, or below itself, stands at the top. */
export function listingOf(index: MeshIndex): MeshListing {
  const { mesh } = index;
  const seen = new Set<string>();
  const listed = (domain: Domain): ListedDomain => {
    seen.add(domain.name);
    const children = (index.children.get(domain.name) ?? [])
      .filter((name) => !seen.has(name))
      .flatMap((name) => mesh.domains.get(name) ?? []);
    return {
      name: domain.name,
      owner: domain.owner.team,
      products: domain.products.map((product) => listedProduct(index, product)),
      domains: children.map(listed),
    };
  };

  const domains = [...mesh.domains.values()];
  const tops = domains.filter(({ parent }) => parent === undefined || !mesh.domains.has(parent)).map(listed);
  const rest = domains.flatMap((domain) => (seen.has(domain.name) ? [] : [listed(domain)]));
  return {
    format: LISTING_FORMAT,
    organisation: mesh.organisation,
    domainCount: mesh.domains.size,
    productCount: mesh.ports.size,
    domains: [...tops, ...rest],
  };
}

function listedProduct(index: MeshIndex, product: Product): ListedProduct {
  return {
    name: localKey(product),
    version: product.version,
    lifecycle: product.lifecycle,
    sunset: product.sunset,
    ports: portKindsOf(product),
    readers: readingDomains(index, product),
  };
}
