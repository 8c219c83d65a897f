import { push } from "../collections";
import { domainOf, majorOf, productReference } from "../keys";
import type { Mesh, PortKey, Product, ProductReference, Subscription } from "../model";
import { isBuilt } from "./agreement";

/** A graph of ports: what is made from a port, and what a port is made from. */
export interface Feeds {
  readonly into: ReadonlyMap<PortKey, readonly PortKey[]>;
  readonly from: ReadonlyMap<PortKey, readonly PortKey[]>;
}

interface Parts {
  readonly mesh: Mesh;
  readonly majors: ReadonlyMap<ProductReference, readonly Product[]>;
}

/**
 * A product is made from what its `inputs` name, in the majors its domain subscribes to, and from what its own app
 * subscribes to. Inputs of the own domain need no subscription: all majors count that are not retired.
 *
 * @param readable says whether a domain reads a foreign port
 */
export function feedsOf(parts: Parts, readable: (consumer: string, port: PortKey) => boolean): Feeds {
  const into = new Map<PortKey, PortKey[]>();
  const from = new Map<PortKey, PortKey[]>();
  for (const { name, subscriptions, products } of parts.mesh.domains.values()) {
    const foreign = subscriptions.filter(
      ({ product, major }) => parts.mesh.ports.has(majorOf(product, major)) && domainOf(product) !== name,
    );
    for (const product of products.filter(isBuilt)) {
      for (const source of sourcesOf(parts, product, foreign)) {
        if (domainOf(source) !== name && !readable(name, source)) continue;
        push(into, source, product.key);
        push(from, product.key, source);
      }
    }
  }
  return { into, from };
}

function sourcesOf({ majors }: Parts, product: Product, foreign: readonly Subscription[]): Set<PortKey> {
  const inputs = new Set(product.inputs);
  const sources = new Set<PortKey>();
  for (const subscription of foreign) {
    if (subscription.app === product.name || inputs.has(subscription.product)) {
      sources.add(majorOf(subscription.product, subscription.major));
    }
  }
  for (const input of inputs) {
    if (domainOf(input) !== product.domain) continue;
    for (const source of majors.get(input) ?? []) {
      if (isBuilt(source) && source.key !== product.key) sources.add(source.key);
    }
  }
  return sources;
}

/** True when a product names itself as an input, with no other major that could be meant. */
export function feedsItself({ majors }: Pick<Parts, "majors">, product: Product): boolean {
  const reference = productReference(product.domain, product.name);
  const others = (majors.get(reference) ?? []).filter(({ key }) => key !== product.key);
  return product.inputs.includes(reference) && others.every((other) => !isBuilt(other));
}
