import { isServed, majorOf } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inSubscription } from "../source";
import { describeSubscribed, subscriptionsOf } from "../subjects";

/** Readers of a deprecated version move on before its sunset. */
export const deprecatedInUseRule = policyRule({
  code: "DeprecatedInUse",
  severity: "warning",
  description: "A subscription names a version that is not deprecated.",
  *find({ mesh, today, index }) {
    for (const { domain, subscription } of subscriptionsOf(mesh)) {
      const product = mesh.ports.get(majorOf(subscription.product, subscription.major));
      if (product?.lifecycle !== "deprecated" || !isServed(product, today) || subscription.until < today)
        continue;

      const newest = index.majors
        .get(subscription.product)
        ?.findLast(({ lifecycle }) => lifecycle === "active");
      const end = product.sunset === undefined ? "" : ` and served until ${product.sunset}`;
      yield {
        message: `domain '${domain.name}' subscribes to ${describeSubscribed(subscription)}, which is deprecated${end}`,
        value: String(subscription.major),
        fix:
          newest === undefined
            ? `ask '${product.domain}' what to read instead`
            : `write version: ${newest.major}`,
        at: inSubscription(domain, subscription, "version"),
      };
    }
  },
});
