import { isBuilt, type Domain, type Mesh, type Product, type Share, type Subscription } from "../mesh";

/** Every subscription with the domain that wrote it. */
export function* subscriptionsOf({
  domains,
}: Mesh): Generator<{ domain: Domain; subscription: Subscription }> {
  for (const domain of domains.values()) {
    for (const subscription of domain.subscriptions) yield { domain, subscription };
  }
}

/** Every share of a product that is not retired. */
export function* sharesOf(mesh: Mesh): Generator<{ product: Product; share: Share }> {
  for (const product of builtProducts(mesh)) {
    for (const share of product.shares) yield { product, share };
  }
}

/** Every product that is not retired. */
export function* builtProducts({ ports }: Mesh): Generator<Product> {
  for (const product of ports.values()) {
    if (isBuilt(product)) yield product;
  }
}

/** The domains that have a manifest or at least products, so that a broken manifest is reported once. */
export function knownDomains({ domains, ports }: Mesh): Set<string> {
  const known = new Set(domains.keys());
  for (const { domain } of ports.values()) known.add(domain);
  return known;
}

/** `'users/user-profile' v1`. */
export function describeSubscribed({ product, major }: Subscription): string {
  return `'${product}' v${major}`;
}

/** `'users/user-profile' v1`. */
export function describeProduct({ domain, name, major }: Product): string {
  return `'${domain}/${name}' v${major}`;
}
