import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { describeProduct } from "../subjects";

/** No error: a day that passes changes no file, and must not keep other domains from being deployed. */
export const sunsetPassedRule = policyRule({
  code: "SunsetPassed",
  severity: "warning",
  description: "A product whose sunset passed is retired; nobody reads it any more.",
  *find({ mesh, today }) {
    for (const product of mesh.ports.values()) {
      const { lifecycle, sunset } = product;
      if (lifecycle !== "deprecated" || sunset === undefined || sunset >= today) continue;
      yield {
        message: `${describeProduct(product)} is deprecated and its sunset passed on ${sunset}`,
        value: sunset,
        rule: `today is ${today}; the last day is included`,
        fix: "write lifecycle: retired, or a later sunset",
        at: inProduct(product, "sunset"),
      };
    }
  },
});
