import { isBuilt, type Product, type Subscription } from "../../mesh";
import { policyRule, type RuleContext, type RuleProblem } from "../policy-rule";
import { inProduct, inSubscription } from "../source";
import { builtProducts, describeSubscribed, subscriptionsOf } from "../subjects";

const REASONS: Readonly<Record<Product["lifecycle"], string | undefined>> = {
  active: undefined,
  deprecated: undefined,
  draft: "is a draft, which no other domain may read",
  retired: "is retired, and nothing serves it any more",
};

/** Only versions that are there and served are subscribed to. */
export const unknownVersionRule = policyRule({
  code: "UnknownVersion",
  severity: "error",
  description: "A subscription names a major version that is there and neither draft nor retired.",
  *find(context) {
    yield* subscriptions(context);
    yield* inputs(context);
  },
});

function* subscriptions({ mesh, index }: RuleContext): Generator<RuleProblem> {
  for (const { domain, subscription } of subscriptionsOf(mesh)) {
    const majors = index.majors.get(subscription.product) ?? [];
    const product = majors.find(({ major }) => major === subscription.major);
    const reason = product === undefined ? "does not exist" : REASONS[product.lifecycle];
    if (majors.length === 0 || reason === undefined) continue;
    yield {
      message: `domain '${domain.name}' subscribes to ${describeSubscribed(subscription)}, which ${reason}`,
      value: String(subscription.major),
      rule: `there is ${majors.map(({ major, lifecycle }) => `v${major} (${lifecycle})`).join(", ")}`,
      fix: fixFor(subscription, majors),
      at: inSubscription(domain, subscription, "version"),
    };
  }
}

/** Inputs name no version; that some version is left is all there is to check, for products of the own domain. */
function* inputs({ mesh, index }: RuleContext): Generator<RuleProblem> {
  for (const product of builtProducts(mesh)) {
    for (const [at, input] of product.inputs.entries()) {
      const majors = index.majors.get(input) ?? [];
      if (majors[0]?.domain !== product.domain || majors.some(isBuilt)) continue;
      yield {
        message: `product '${product.name}' is made from '${input}', of which every version is retired`,
        value: input,
        fix: "remove the input",
        at: inProduct(product, "inputs", at),
      };
    }
  }
}

function fixFor({ product }: Subscription, majors: readonly Product[]): string {
  const newest = majors.findLast(({ lifecycle }) => lifecycle === "active");
  return newest === undefined
    ? `remove the subscription until '${product}' has an active version`
    : `write version: ${newest.major}`;
}
