import { FIXED_TOPIC_CONFIGS, TOPIC_CONFIG_FORMS } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct, spelling } from "../source";
import { builtProducts, describeProduct } from "../subjects";

/** Brokers know every topic config. */
export const unknownTopicConfigRule = policyRule({
  code: "UnknownTopicConfig",
  severity: "error",
  description: "A topic config is one that brokers know and that a product may set.",
  *find({ mesh }) {
    for (const product of builtProducts(mesh)) {
      for (const key of Object.keys(product.topic?.config ?? {})) {
        if (TOPIC_CONFIG_FORMS.has(key) || FIXED_TOPIC_CONFIGS.has(key)) continue;
        yield {
          message: `topic config '${key}' of ${describeProduct(product)} is unknown`,
          value: key,
          rule: `allowed are ${[...TOPIC_CONFIG_FORMS.keys()].join(", ")}`,
          fix: spelling("the key", key, TOPIC_CONFIG_FORMS.keys(), "remove it"),
          at: { ...inProduct(product, "ports", "topic", "config", key), onKey: true },
        };
      }
    }
  },
});
