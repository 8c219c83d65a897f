import { nearest } from "../../finding";
import { majorOf, type Domain, type Mesh, type MeshIndex, type Product } from "../../mesh";

/** What a name on the command line means. */
export type Subject =
  | { readonly kind: "domain"; readonly domain: Domain }
  | { readonly kind: "product"; readonly product: Product };

const PRODUCT_NAME = /^(?<reference>[^/]+\/[^/]+?)(?:\.v(?<major>[1-9][0-9]?))?$/;

/**
 * The domain or product of a name: `orders`, `orders/order-placed.v2`, `orders/order-placed` for its highest major.
 *
 * @throws Error that says which name may be meant, when there is none of that name.
 */
export function findSubject(index: MeshIndex, name: string): Subject {
  return name.includes("/")
    ? { kind: "product", product: findProduct(index, name) }
    : { kind: "domain", domain: findDomain(index.mesh, name) };
}

/**
 * The product of a name such as `orders/order-placed.v2`; without a major, the highest.
 *
 * @throws Error that says which name may be meant, when there is none of that name.
 */
export function findProduct({ mesh, majors }: MeshIndex, name: string): Product {
  const { reference = "", major } = PRODUCT_NAME.exec(name)?.groups ?? {};
  const found =
    major === undefined ? majors.get(reference)?.at(-1) : mesh.ports.get(majorOf(reference, Number(major)));
  if (found !== undefined) return found;
  const meant = nearest(name, [...mesh.ports.keys(), ...majors.keys()]);
  throw new Error(`there is no product '${name}'; ${suggestion(meant)}`);
}

/**
 * The domain of a name.
 *
 * @throws Error that says which name may be meant, when there is none of that name.
 */
export function findDomain({ domains, ports }: Mesh, name: string): Domain {
  const found = domains.get(name);
  if (found !== undefined) return found;

  // Somebody who names a product alone means a product of some domain.
  const products = new Map([...ports.values()].map((product) => [product.name, product.key]));
  const meant = products.has(name) ? name : nearest(name, [...domains.keys(), ...products.keys()]);
  throw new Error(`there is no domain '${name}'; ${suggestion(meant && (products.get(meant) ?? meant))}`);
}

const suggestion = (meant: string | undefined): string =>
  meant === undefined ? "meshwright list shows what there is" : `did you mean ${meant}?`;
