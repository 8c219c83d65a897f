import { addDays, DAY } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { describeProduct } from "../subjects";

/** Half a year: what the fix proposes. */
const USUAL_NOTICE = 180 * DAY;

/** Whoever deprecates a product says until when it is served. */
export const lifecycleInvalidRule = policyRule({
  code: "LifecycleInvalid",
  severity: "error",
  description: "A deprecated product has a sunset, and only a deprecated or retired one has.",
  *find({ mesh, today }) {
    for (const product of mesh.ports.values()) {
      const { lifecycle, sunset } = product;
      const subject = describeProduct(product);
      if (lifecycle === "deprecated" && sunset === undefined) {
        yield {
          message: `${subject} is deprecated and does not say until when it is served`,
          value: lifecycle,
          rule: "a deprecated product has a sunset",
          fix: `write sunset: ${addDays(today, USUAL_NOTICE)}, or another date`,
          at: inProduct(product, "lifecycle"),
        };
      } else if ((lifecycle === "active" || lifecycle === "draft") && sunset !== undefined) {
        yield {
          message: `${subject} is ${lifecycle} and has a sunset`,
          value: sunset,
          rule: "only a deprecated or retired product has a sunset",
          fix: "write lifecycle: deprecated, or remove the sunset",
          at: inProduct(product, "sunset"),
        };
      }
    }
  },
});
