import { nearest } from "../../finding";
import { acknowledgementOf, addDays, DAY, isBuilt, localKey, losesTopic, type Domain } from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inDomain, inProduct, yamlEntry } from "../source";
import { describeProduct } from "../subjects";

const CODE = "ProductRemoved";

/** A month: what the fix proposes. */
const ACKNOWLEDGED_FOR = 30 * DAY;

/** What was released does not go away unnoticed. */
export const productRemovedRule = policyRule({
  code: CODE,
  severity: "error",
  description: "A released product is retired before it is removed, unless the loss is acknowledged.",
  *find({ mesh, today }) {
    for (const domain of mesh.domains.values()) {
      const products = new Map(domain.products.map((product) => [localKey(product), product]));
      for (const [key, locked] of domain.lock ?? []) {
        if (acknowledgementOf(domain, CODE, key, today) !== undefined) continue;

        const product = products.get(key);
        const acknowledge = `under acknowledgements in ${domain.file} add: ${yamlEntry({ change: CODE, product: key, reason: "…", until: addDays(today, ACKNOWLEDGED_FOR) })}`;
        if (product === undefined) {
          yield removed(domain, key, acknowledge);
        } else if (isBuilt(product) && losesTopic(product.topic, locked)) {
          yield {
            message: `${describeProduct(product)} had a topic, which would be deleted with its records`,
            value: key,
            rule: "domain.lock.json lists what was released",
            fix: `bring the topic back, make a new major version, or ${acknowledge}`,
            at: inProduct(product, "ports"),
          };
        }
      }
    }
  },
});

function removed(domain: Domain, key: string, acknowledge: string): RuleProblem {
  const added = domain.products.map(localKey).filter((each) => domain.lock?.has(each) === false);
  const renamed = nearest(key, added);
  const hint =
    renamed === undefined
      ? ""
      : `; '${renamed}' is new: a renamed product is a new one, without the old one's data`;
  return {
    message: `product '${key}' of '${domain.name}' was released and is gone, with all of its data${hint}`,
    value: key,
    rule: "domain.lock.json lists what was released",
    fix: `bring it back with lifecycle: retired, or ${acknowledge}`,
    at: inDomain(domain, "name"),
  };
}
