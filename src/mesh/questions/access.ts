import { earlier } from "../calendar";
import { majorOf } from "../keys";
import type { MeshIndex } from "../mesh-index";
import type { Access, Mesh, PortKey, Subscription } from "../model";
import { isServed, shareFor } from "./agreement";

/**
 * What may be read on the day `today`: the consumer's subscription and the producer's share are both there, neither
 * is past its date, and the product is served. The end is the earlier of the two dates, and never later than the
 * product's sunset. Ordered by consumer, then as the manifests say.
 */
export function accessesOf(mesh: Mesh, today: string): Access[] {
  const accesses = new Map<string, Access>();
  for (const { subscriptions } of mesh.domains.values()) {
    for (const subscription of subscriptions) {
      const access = accessOf(mesh, subscription, today);
      if (access === undefined) continue;

      // A subscription written twice is one access, which lasts as long as the longer of the two.
      const key = `${access.consumer} ${access.app} ${access.port}`;
      const other = accesses.get(key);
      if (other === undefined || other.until < access.until) accesses.set(key, access);
    }
  }
  return [...accesses.values()];
}

function accessOf(mesh: Mesh, subscription: Subscription, today: string): Access | undefined {
  const { consumer, app, purpose } = subscription;
  const product = mesh.ports.get(majorOf(subscription.product, subscription.major));
  if (product === undefined || product.domain === consumer || !isServed(product, today)) return undefined;

  const share = shareFor(product, consumer);
  if (share === undefined) return undefined;

  const agreed = earlier(subscription.until, share.until);
  const until = product.lifecycle === "deprecated" ? earlier(agreed, product.sunset ?? agreed) : agreed;
  if (until < today) return undefined;
  return { port: product.key, producer: product.domain, consumer, app, until, purpose };
}

/** Who reads a port today. */
export function readersOf(index: MeshIndex, port: PortKey): readonly Access[] {
  return index.accessesByPort.get(port) ?? [];
}

/** What others read of a domain today. */
export function accessesFrom(index: MeshIndex, domain: string): readonly Access[] {
  const products = index.mesh.domains.get(domain)?.products ?? [];
  return products.flatMap(({ key }) => readersOf(index, key));
}

/** What a domain reads of others today. */
export function accessesInto(index: MeshIndex, domain: string): readonly Access[] {
  return index.accessesByConsumer.get(domain) ?? [];
}

/** The domains that read something of `domain` today, sorted. */
export function consumersOf(index: MeshIndex, domain: string): readonly string[] {
  return [...new Set(accessesFrom(index, domain).map(({ consumer }) => consumer))].sort();
}
