import type { PortKey, ProductReference } from "./model";

/** `orders/order-placed`, as a subscription names it. */
export function productReference(domain: string, product: string): ProductReference {
  return `${domain}/${product}`;
}

/** `orders/order-placed.v1`. */
export function portKey(domain: string, product: string, major: number): PortKey {
  return majorOf(productReference(domain, product), major);
}

/** `orders/order-placed.v1` of `orders/order-placed` and 1. */
export function majorOf(product: ProductReference, major: number): PortKey {
  return `${product}.v${major}`;
}

/** `order-placed.v1`, as a domain's lock and acknowledgements name it. */
export function localKey(product: { readonly name: string; readonly major: number }): string {
  return majorOf(product.name, product.major);
}

/** The domain of a reference or of a key. */
export function domainOf(key: PortKey): string {
  return key.slice(0, key.indexOf("/"));
}
