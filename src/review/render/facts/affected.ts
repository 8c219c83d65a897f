import type { Consumer, ResourceReview, Review, StackReview, Verdict } from "../../model";
import { sortedNames } from "./order";
import { breaksOf, isBreaking } from "./breaks";
import { lossesOf } from "./losses";

const HURTS: ReadonlySet<Verdict> = new Set(["dataLoss", "breaks", "interruption"]);

/** Domains that read what is lost, breaks or stands still, sorted. */
export function affectedConsumers(stacks: readonly StackReview[], products: Review["products"]): string[] {
  const resources = stacks.flatMap((stack) => stack.resources);
  return domainsOf([...resources, ...products].filter(({ verdict }) => HURTS.has(verdict)));
}

/** Domains whose readers fail or get other data, and nobody has acknowledged it, sorted; direct readers only. */
export function brokenConsumers(
  review: Pick<Review, "stacks" | "products" | "lossSets" | "breakSets">,
): string[] {
  const losses = lossesOf(review);
  const breaks = breaksOf(review);
  const resources = review.stacks.flatMap(({ stack, resources: all }) =>
    all.filter(
      (resource) =>
        (isGone(resource) && !losses.isAcknowledged(stack, resource.address)) ||
        (isBreaking(resource) && !breaks.isAcknowledged(stack, resource.address)),
    ),
  );
  const products = review.products.filter(
    ({ verdict, port }) => verdict === "breaks" && !breaks.isProductAcknowledged(port),
  );
  return domainsOf([...resources, ...products], ({ direct }) => direct);
}

/** Readers fail when what they read is gone. */
const isGone = ({ action, verdict }: ResourceReview): boolean =>
  (action === "delete" || action === "replace") && verdict === "dataLoss";

function domainsOf(
  items: readonly { readonly consumers: readonly Consumer[] }[],
  wanted: (consumer: Consumer) => boolean = () => true,
): string[] {
  return sortedNames(items.flatMap(({ consumers }) => consumers.filter(wanted).map(({ domain }) => domain)));
}
