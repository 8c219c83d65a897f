import { acknowledgementOf, addDays, DAY, localKey } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct, yamlEntry } from "../source";
import { builtProducts, describeProduct } from "../subjects";

const CODE = "PartitionDecrease";

/** A month: what the fix proposes. */
const ACKNOWLEDGED_FOR = 30 * DAY;

/** Partitions only grow: Kafka cannot take one away, so the topic would be deleted and made anew. */
export const partitionDecreaseRule = policyRule({
  code: CODE,
  severity: "error",
  description:
    "A topic never has fewer partitions than at the last release, unless the loss is acknowledged.",
  *find({ mesh, today }) {
    for (const product of builtProducts(mesh)) {
      const domain = mesh.domains.get(product.domain);
      const key = localKey(product);
      const locked = domain?.lock?.get(key)?.partitions;
      const partitions = product.topic?.partitions;
      if (domain === undefined || locked === undefined || partitions === undefined || partitions >= locked)
        continue;
      if (acknowledgementOf(domain, CODE, key, today) !== undefined) continue;

      const entry = yamlEntry({
        change: CODE,
        product: key,
        reason: "…",
        until: addDays(today, ACKNOWLEDGED_FOR),
      });
      yield {
        message: `the topic of ${describeProduct(product)} had ${locked} partitions and would have ${partitions}: it would be deleted with its records`,
        value: String(partitions),
        rule: `at least ${locked}, by domain.lock.json`,
        fix: `write partitions: ${locked}, make a new major version, or under acknowledgements in ${domain.file} add: ${entry}`,
        at: inProduct(product, "ports", "topic", "partitions"),
      };
    }
  },
});
