import { addDays, DAY, domainOf } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct, yamlEntry } from "../source";
import { builtProducts } from "../subjects";

/** What a product is made from, its domain may read. */
export const inputNotSubscribedRule = policyRule({
  code: "InputNotSubscribed",
  severity: "error",
  description: "A domain subscribes to the foreign products that its own are made from.",
  *find({ mesh, today, index }) {
    for (const product of builtProducts(mesh)) {
      const domain = mesh.domains.get(product.domain);
      if (domain === undefined) continue;

      const subscribed = new Set(domain.subscriptions.map((subscription) => subscription.product));
      for (const [at, input] of product.inputs.entries()) {
        const majors = index.majors.get(input);
        if (majors === undefined || domainOf(input) === product.domain || subscribed.has(input)) continue;

        const version = majors.findLast(({ lifecycle }) => lifecycle === "active")?.major ?? 1;
        const purpose = `make ${product.name}`;
        const until = addDays(today, Math.min(365 * DAY, mesh.limits.sharePeriod));
        const entry = { product: input, version, app: product.name, purpose, until };
        yield {
          message: `product '${product.name}' is made from '${input}', which '${product.domain}' does not subscribe to`,
          value: input,
          rule: "an input of another domain has a subscription",
          fix: `under subscriptions in ${domain.file} add: ${yamlEntry(entry)}`,
          at: inProduct(product, "inputs", at),
        };
      }
    }
  },
});
