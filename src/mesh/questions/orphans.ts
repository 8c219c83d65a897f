import { majorOf } from "../keys";
import type { MeshIndex } from "../mesh-index";
import type { Product, Share, Subscription } from "../model";
import { isBuilt, shareFor } from "./agreement";

/** Served products that nobody reads today: no domain, and no product of the own domain. */
export function unreadProducts({ mesh, accessesByPort, live }: MeshIndex): Product[] {
  return [...mesh.ports.values()].filter(
    ({ key, lifecycle }) => lifecycle === "active" && !accessesByPort.has(key) && !live.into.has(key),
  );
}

/** Products that are more than a draft and offer nothing. */
export function portlessProducts({ mesh }: MeshIndex): Product[] {
  return [...mesh.ports.values()].filter(
    ({ lifecycle, topic, bucket, schema }) =>
      (lifecycle === "active" || lifecycle === "deprecated") && !topic && !bucket && !schema,
  );
}

/** Subscriptions that wait for the producer's share; the product is there and of another domain. */
export function unsharedSubscriptions({
  mesh,
}: MeshIndex): { subscription: Subscription; product: Product }[] {
  return [...mesh.domains.values()].flatMap(({ name, subscriptions }) =>
    subscriptions.flatMap((subscription) => {
      const product = mesh.ports.get(majorOf(subscription.product, subscription.major));
      const waits = product !== undefined && product.domain !== name && shareFor(product, name) === undefined;
      return waits ? [{ subscription, product }] : [];
    }),
  );
}

/** Shares that no subscription answers; the consumer is there and another domain. */
export function unusedShares({ mesh, subscriptions }: MeshIndex): { share: Share; product: Product }[] {
  return [...mesh.ports.values()].filter(isBuilt).flatMap((product) => {
    const consumers = new Set((subscriptions.get(product.key) ?? []).map(({ consumer }) => consumer));
    return product.shares
      .filter(({ consumer }) => consumer !== product.domain && mesh.domains.has(consumer))
      .filter(({ consumer }) => !consumers.has(consumer))
      .map((share) => ({ share, product }));
  });
}
