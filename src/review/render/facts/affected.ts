import type { Consumer, ResourceReview, Review, StackReview, Verdict } from "../../model";
import { sortedNames } from "./order";
import { weighed } from "./losses";

const HURTS: ReadonlySet<Verdict> = new Set(["dataLoss", "breaks", "interruption"]);

/** Domains that read what is lost, breaks or stands still, sorted. */
export function affectedConsumers(stacks: readonly StackReview[], products: Review["products"]): string[] {
  const resources = stacks.flatMap((stack) => stack.resources);
  return domainsOf([...resources, ...products].filter(({ verdict }) => HURTS.has(verdict)));
}

/** Domains whose readers fail or get other data, sorted; direct readers only. */
export function brokenConsumers({ stacks, products }: Pick<Review, "stacks" | "products">): string[] {
  const resources = stacks.flatMap((stack) => stack.resources.filter(breaksReaders));
  return domainsOf(
    [...resources, ...products.filter(({ verdict }) => verdict === "breaks")],
    ({ direct }) => direct,
  );
}

/** Readers fail when it says so, and when what they read is gone. */
function breaksReaders(resource: ResourceReview): boolean {
  const isGone = resource.action === "delete" || resource.action === "replace";
  return (
    (isGone && resource.verdict === "dataLoss") ||
    resource.verdict === "breaks" ||
    resource.effects.some((effect) => weighed(effect, resource) === "breaks")
  );
}

function domainsOf(
  items: readonly { readonly consumers: readonly Consumer[] }[],
  wanted: (consumer: Consumer) => boolean = () => true,
): string[] {
  return sortedNames(items.flatMap(({ consumers }) => consumers.filter(wanted).map(({ domain }) => domain)));
}
