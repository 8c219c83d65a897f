import { sortedSet } from "../collections";
import type { Domain, Product, Share } from "../model";

/** The share that lets `consumer` read `product`: of several, the one that holds longest. */
export function shareFor(product: Product, consumer: string): Share | undefined {
  let best: Share | undefined;
  for (const share of product.shares) {
    if (share.consumer === consumer && (best === undefined || share.until > best.until)) best = share;
  }
  return best;
}

/** True while a product may be read by others: active, or deprecated and not past its sunset. */
export function isServed({ lifecycle, sunset }: Product, today: string): boolean {
  if (lifecycle === "active") return true;
  return lifecycle === "deprecated" && (sunset === undefined || sunset >= today);
}

/** True unless the product is retired: what is built, draft or not. */
export const isBuilt = ({ lifecycle }: Product): boolean => lifecycle !== "retired";

/**
 * The apps of a domain, sorted: one per product that is not retired, whatever the number of its majors, and those
 * that subscriptions name. An app stays while its subscription is written down, whether or not it may read today, so
 * that an expired agreement takes away what the app may read and not the app.
 */
export function appNamesOf({ products, subscriptions }: Domain): string[] {
  return sortedSet([
    ...products.filter(isBuilt).map(({ name }) => name),
    ...subscriptions.map(({ app }) => app),
  ]);
}
