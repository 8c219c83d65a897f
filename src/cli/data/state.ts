import { readersOf, type MeshIndex, type Product } from "../../mesh";

/** The kinds of output ports, in the order in which they are named. */
export const PORT_KINDS = ["topic", "bucket", "schema"] as const;

export type PortKind = (typeof PORT_KINDS)[number];

/** The kinds of ports a product has. */
export function portKindsOf(product: Product): PortKind[] {
  return PORT_KINDS.filter((kind) => product[kind] !== undefined);
}

/** The domains that read a port today, sorted. */
export function readingDomains(index: MeshIndex, product: Product): string[] {
  return [...new Set(readersOf(index, product.key).map(({ consumer }) => consumer))].sort();
}
