import type { DomainLock } from "../manifest";
import { compare } from "./collections";
import { localKey } from "./keys";
import type { Acknowledgement, Domain } from "./model";
import { isBuilt } from "./questions/agreement";

type Entry = { readonly partitions?: number };

/**
 * What `meshwright lock` writes: what the domain has now. A loss that nobody acknowledged stays in the lock as it
 * was, so that writing the lock never hides it; an acknowledged one drops out, as does a retired product.
 */
export function lockOf(domain: Domain, today: string): DomainLock {
  const entries = new Map<string, Entry>();
  const current = new Map(domain.products.map((product) => [localKey(product), product]));

  for (const [key, locked] of domain.lock ?? []) {
    const product = current.get(key);
    const lost = product === undefined || (isBuilt(product) && losesTopic(product.topic, locked));
    if (lost && !isAcknowledged(domain, "ProductRemoved", key, today)) entries.set(key, locked);
  }
  for (const [key, product] of current) {
    if (!isBuilt(product) || entries.has(key)) continue;
    entries.set(key, entryOf(domain, key, product.topic?.partitions, today));
  }
  return {
    apiVersion: "meshwright/v1",
    kind: "DomainLock",
    products: Object.fromEntries([...entries].sort(([a], [b]) => compare(a, b))),
  };
}

/** The acknowledgement that lets a change of a product pass on the day `today`. */
export function acknowledgementOf(
  domain: Domain,
  change: string,
  product: string,
  today: string,
): Acknowledgement | undefined {
  return domain.acknowledgements.find(
    (each) => each.change === change && each.product === product && each.until >= today,
  );
}

/** True when a topic was locked and the product has none any more. */
export function losesTopic(topic: object | undefined, { partitions }: Entry): boolean {
  return topic === undefined && partitions !== undefined;
}

function isAcknowledged(domain: Domain, change: string, product: string, today: string): boolean {
  return acknowledgementOf(domain, change, product, today) !== undefined;
}

function entryOf(domain: Domain, key: string, partitions: number | undefined, today: string): Entry {
  if (partitions === undefined) return {};
  const locked = domain.lock?.get(key)?.partitions ?? 0;
  const decreased = partitions < locked && !isAcknowledged(domain, "PartitionDecrease", key, today);
  return { partitions: decreased ? locked : partitions };
}
