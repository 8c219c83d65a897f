import { portlessProducts } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { describeProduct } from "../subjects";

/** A product offers something. */
export const noPortsRule = policyRule({
  code: "NoPorts",
  severity: "error",
  description: "A product that is more than a draft has an output port.",
  *find({ index }) {
    for (const product of portlessProducts(index)) {
      yield {
        message: `${describeProduct(product)} has no output port`,
        value: "{}",
        rule: "one of topic, bucket and schema",
        fix: "write ports: { topic: {} }, or lifecycle: draft",
        at: inProduct(product, "ports"),
      };
    }
  },
});
