import { isServed, majorOf } from "../../mesh";
import { policyRule, type RuleContext, type RuleProblem } from "../policy-rule";
import { inShare, inSubscription } from "../source";
import { describeProduct, describeSubscribed, sharesOf, subscriptionsOf } from "../subjects";

/** No agreement is past its date. */
export const accessExpiredRule = policyRule({
  code: "AccessExpired",
  severity: "warning",
  description: "An agreement gives access up to its date; then the plan takes the access away.",
  *find(context) {
    yield* subscriptions(context);
    yield* shares(context);
  },
});

function* subscriptions({ mesh, today }: RuleContext): Generator<RuleProblem> {
  for (const { domain, subscription } of subscriptionsOf(mesh)) {
    const { until } = subscription;
    const product = mesh.ports.get(majorOf(subscription.product, subscription.major));
    if (until < today) {
      yield {
        message: `the subscription of '${domain.name}' to ${describeSubscribed(subscription)} ended on ${until}`,
        value: until,
        rule: `today is ${today}; the last day is included`,
        fix: "remove the subscription, or write a later date and have the share renewed",
        at: inSubscription(domain, subscription, "until"),
      };
    } else if (product?.lifecycle === "deprecated" && !isServed(product, today)) {
      yield {
        message: `domain '${domain.name}' cannot read ${describeSubscribed(subscription)} any more: its sunset was on ${product.sunset}`,
        value: String(subscription.major),
        rule: `today is ${today}; the last day is included`,
        fix: "remove the subscription, or subscribe to a newer version",
        at: inSubscription(domain, subscription, "version"),
      };
    }
  }
}

function* shares({ mesh, today }: RuleContext): Generator<RuleProblem> {
  for (const { product, share } of sharesOf(mesh)) {
    const { consumer, until } = share;
    if (until >= today) continue;
    yield {
      message: `the share of ${describeProduct(product)} with '${consumer}' ended on ${until}`,
      value: until,
      rule: `today is ${today}; the last day is included`,
      fix: "remove the share, or write a later date",
      at: inShare(product, share, "until"),
    };
  }
}
