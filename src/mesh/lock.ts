import { LOCK_FORMAT, type DomainLock, type LockedProduct } from "../manifest";
import { compare } from "./collections";
import { localKey } from "./keys";
import { lockedProductOf, lossesOf, type Loss } from "./losses";
import type { Acknowledgement, Domain } from "./model";

type LockedTopic = NonNullable<LockedProduct["topic"]>;

/** A loss of one product, by `product.vN`. */
export interface ProductLoss extends Loss {
  readonly product: string;
  /** What the product was at the last release. */
  readonly lifecycle: LockedProduct["lifecycle"];
}

/** Everything a domain would lose of what it had at its last release, acknowledged or not. */
export function lossesOfDomain({ lock, products }: Domain): ProductLoss[] {
  const current = new Map(products.map((product) => [localKey(product), product]));
  return [...(lock ?? [])].flatMap(([product, locked]) =>
    lossesOf(locked, current.get(product)).map((loss) => ({ ...loss, product, lifecycle: locked.lifecycle })),
  );
}

/**
 * True when a loss may happen on the day `today`: the domain acknowledges it, and a product that is gone was released
 * as retired, or never as more than a draft, before.
 */
export function isAccepted(domain: Domain, loss: ProductLoss, today: string): boolean {
  return isAcceptable(loss) && acknowledgementOf(domain, loss.change, loss.product, today) !== undefined;
}

/** False for a product that goes without having been released as retired, or as no more than a draft, before. */
export const isAcceptable = ({ change, lifecycle }: Pick<ProductLoss, "change" | "lifecycle">): boolean =>
  change !== "ProductRemoved" || lifecycle === "retired" || lifecycle === "draft";

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

/**
 * What `meshwright lock` writes: what the domain has now, and what it would lose and nobody accepted, as it was, so
 * that writing the lock never hides a loss. A retired product stays until its removal is accepted.
 */
export function lockOf(domain: Domain, today: string): DomainLock {
  const entries = new Map(domain.products.map((product) => [localKey(product), lockedProductOf(product)]));
  for (const loss of lossesOfDomain(domain)) {
    const locked = domain.lock?.get(loss.product);
    if (locked === undefined || isAccepted(domain, loss, today)) continue;
    entries.set(loss.product, kept(entries.get(loss.product), locked, loss.field));
  }
  return {
    apiVersion: "meshwright/v1",
    kind: "DomainLock",
    format: LOCK_FORMAT,
    products: Object.fromEntries([...entries].sort(([a], [b]) => compare(a, b))),
  };
}

/** The entry with one field as it was; the whole of it when the product is gone. */
function kept(
  entry: LockedProduct | undefined,
  locked: LockedProduct,
  [port, key]: readonly string[],
): LockedProduct {
  if (entry === undefined) return locked;
  switch (port) {
    case "topic":
      return {
        ...entry,
        topic: key === "cleanup" ? withCleanup(entry, locked) : withField(entry.topic, locked.topic, key),
      };
    case "bucket":
      return { ...entry, bucket: withField(entry.bucket, locked.bucket, key) };
    case "schema":
      return { ...entry, schema: locked.schema };
    default:
      return locked;
  }
}

/** What a topic keeps depends on its cleanup: where one of the two expires nothing, they go back together. */
function withCleanup(
  { topic: now }: LockedProduct,
  { topic: before }: LockedProduct,
): LockedTopic | undefined {
  if (now === undefined || before === undefined) return before;
  if (now.cleanup !== "compact" && before.cleanup !== "compact") return { ...now, cleanup: before.cleanup };
  const { cleanup, retentionSeconds, retentionBytes } = before;
  return { ...now, cleanup, retentionSeconds, retentionBytes };
}

/** A port's entry with one field as it was, or all of it as it was. What is left out means for ever. */
function withField<T extends object>(
  now: T | undefined,
  before: T | undefined,
  key: string | undefined,
): T | undefined {
  if (now === undefined || before === undefined || key === undefined) return before;
  return { ...now, [key]: before[key as keyof T] };
}
