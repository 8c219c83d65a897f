import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { describeProduct } from "../subjects";

/** Of two active majors the older one is on its way out. */
export const supersededActiveRule = policyRule({
  code: "SupersededActive",
  severity: "note",
  description: "A major version is deprecated once a newer one is active.",
  *find({ index }) {
    for (const majors of index.majors.values()) {
      const active = majors.filter(({ lifecycle }) => lifecycle === "active");
      const newest = active.at(-1);
      for (const product of active.slice(0, -1)) {
        yield {
          message: `${describeProduct(product)} is active beside v${newest?.major}`,
          value: product.lifecycle,
          fix: "write lifecycle: deprecated and a sunset, when its readers may move on",
          at: inProduct(product, "lifecycle"),
        };
      }
    }
  },
});
