import { domainOf, productCycles } from "../../mesh";
import { policyRule } from "../policy-rule";

/** No product is made from itself. */
export const productCycleRule = policyRule({
  code: "ProductCycle",
  severity: "error",
  description: "No product is made from itself, not even by way of others.",
  *find({ mesh, index }) {
    for (const cycle of productCycles(index)) {
      const [first = ""] = cycle;
      const last = cycle.at(-1) ?? first;
      const product = mesh.ports.get(first);
      const at = product?.inputs.findIndex((input) => last.startsWith(`${input}.`)) ?? -1;
      yield {
        message: `product '${first}' is made from itself: ${[...cycle, first].join(" → ")}`,
        value: last,
        rule: "data flows one way",
        fix: "remove one of the inputs, or split a product in two",
        at: {
          file: product?.file ?? mesh.domains.get(domainOf(first))?.file ?? mesh.file,
          path: at < 0 ? ["name"] : ["inputs", at],
        },
      };
    }
  },
});
