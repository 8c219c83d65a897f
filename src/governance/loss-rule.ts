import type { LossCode } from "../manifest";
import {
  isAcceptable,
  isAccepted,
  localKey,
  lossEntry,
  lossesOfDomain,
  type Domain,
  type ProductLoss,
} from "../mesh";
import { policyRule, type PolicyRule } from "./policy-rule";
import { inDomain, inProduct } from "./source";

interface LossRule {
  readonly code: LossCode;
  readonly description: string;
  /** What keeps the data, besides accepting the loss. */
  readonly instead: (loss: ProductLoss, domain: Domain) => string;
}

/**
 * A rule on one kind of loss: what a domain had at its last release does not go without a word. Terraform alone does
 * not hold it: `prevent_destroy` goes away together with the resource it stands in.
 */
export function lossRule({ code, description, instead }: LossRule): PolicyRule {
  return policyRule({
    code,
    severity: "error",
    description,
    *find({ mesh, today }) {
      for (const domain of mesh.domains.values()) {
        const products = new Map(domain.products.map((product) => [localKey(product), product]));
        for (const loss of lossesOfDomain(domain)) {
          if (loss.change !== code || isAccepted(domain, loss, today)) continue;

          const product = products.get(loss.product);
          yield {
            message: `product '${loss.product}' of '${domain.name}' was released, and ${loss.what}`,
            value: loss.product,
            rule: `locks/${domain.name}.json lists what was released`,
            fix: `${instead(loss, domain)}, ${isAcceptable(loss) ? "or" : "and"} under acknowledgements in ${domain.file} add: ${lossEntry(loss, today)}`,
            at: product === undefined ? inDomain(domain, "name") : inProduct(product, ...loss.path),
          };
        }
      }
    },
  });
}
