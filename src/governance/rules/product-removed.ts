import { nearest } from "../../finding";
import { localKey, type Domain, type ProductLoss } from "../../mesh";
import { lossRule } from "../loss-rule";

/** What was released does not go away unnoticed: it is retired in one release, and removed in a later one. */
export const productRemovedRule = lossRule({
  code: "ProductRemoved",
  description:
    "A released product is retired and released so, and its removal acknowledged, before it is removed.",
  instead: (loss, domain) =>
    loss.lifecycle === "retired" || loss.lifecycle === "draft"
      ? `bring it back${renamedHint(loss, domain)}`
      : `bring it back with lifecycle: retired, release that (meshwright lock), then remove it${renamedHint(loss, domain)}`,
});

/** A renamed product is a new one, without the old one's data. */
function renamedHint({ product }: ProductLoss, { products, lock }: Domain): string {
  const added = products.map(localKey).filter((each) => lock?.has(each) === false);
  const renamed = nearest(product, added);
  return renamed === undefined
    ? ""
    : ` ('${renamed}' is new: a renamed product starts without the old one's data)`;
}
