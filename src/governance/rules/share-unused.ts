import { unusedShares } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inShare, yamlEntry } from "../source";
import { describeProduct } from "../subjects";

/** A share has its subscription. */
export const shareUnusedRule = policyRule({
  code: "ShareUnused",
  severity: "note",
  description: "A share gives access only with the consumer's subscription.",
  *find({ mesh, today, index }) {
    for (const { share, product } of unusedShares(index)) {
      const { consumer, purpose, until } = share;
      if (until < today) continue;

      const entry = yamlEntry({
        product: `${product.domain}/${product.name}`,
        version: product.major,
        purpose,
        until,
      });
      yield {
        message: `the share of ${describeProduct(product)} waits for the subscription of '${consumer}'`,
        value: consumer,
        rule: "access needs the consumer's subscription and the producer's share",
        fix: `under subscriptions in ${mesh.domains.get(consumer)?.file ?? ""} add: ${entry}`,
        at: inShare(product, share, "domain"),
      };
    }
  },
});
