import { isServed, unsharedSubscriptions } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inSubscription, yamlEntry } from "../source";
import { describeProduct } from "../subjects";

/** A subscription has its share; the two come in two pull requests, so that one of them has to wait for the other. */
export const accessNotGrantedRule = policyRule({
  code: "AccessNotGranted",
  severity: "warning",
  description: "A subscription gives access only with the producer's share.",
  *find({ mesh, today, index }) {
    for (const { subscription, product } of unsharedSubscriptions(index)) {
      const domain = mesh.domains.get(subscription.consumer);
      if (domain === undefined || subscription.until < today || !isServed(product, today)) continue;

      const { consumer, purpose, until } = subscription;
      yield {
        message: `domain '${consumer}' cannot read ${describeProduct(product)} yet: it waits for the share of '${product.domain}'`,
        value: subscription.product,
        rule: "access needs the consumer's subscription and the producer's share",
        fix: `under shares in ${product.file} add: ${yamlEntry({ domain: consumer, purpose, until })}`,
        at: inSubscription(domain, subscription, "product"),
      };
    }
  },
});
