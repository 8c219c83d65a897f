import { unreadProducts } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { describeProduct } from "../subjects";

/** Somebody reads every product. */
export const orphanProductRule = policyRule({
  code: "OrphanProduct",
  severity: "note",
  description: "Somebody reads an active product.",
  *find({ index }) {
    for (const product of unreadProducts(index)) {
      yield {
        message: `nobody reads ${describeProduct(product)}`,
        value: product.key,
        fix: "make it known, or deprecate it",
        at: inProduct(product, "name"),
      };
    }
  },
});
