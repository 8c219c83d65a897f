import { policyRule } from "../policy-rule";
import { inProduct, inSubscription, spelling } from "../source";
import { builtProducts, subscriptionsOf } from "../subjects";

/** Subscriptions and inputs name products that are there. */
export const unknownProductRule = policyRule({
  code: "UnknownProduct",
  severity: "error",
  description: "A subscription and an input name products of the mesh.",
  *find({ mesh, index: { majors } }) {
    for (const { domain, subscription } of subscriptionsOf(mesh)) {
      const { product } = subscription;
      if (majors.has(product)) continue;
      yield {
        message: `domain '${domain.name}' subscribes to '${product}', which is no product of the mesh`,
        value: product,
        fix: spelling("product", product, majors.keys(), "remove the subscription"),
        at: inSubscription(domain, subscription, "product"),
      };
    }
    for (const product of builtProducts(mesh)) {
      for (const [index, input] of product.inputs.entries()) {
        if (majors.has(input)) continue;
        yield {
          message: `product '${product.name}' is made from '${input}', which is no product of the mesh`,
          value: input,
          fix: spelling("the input", input, majors.keys(), "remove the input"),
          at: inProduct(product, "inputs", index),
        };
      }
    }
  },
});
