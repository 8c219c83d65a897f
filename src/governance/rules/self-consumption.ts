import { domainOf } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inShare, inSubscription } from "../source";
import { describeProduct, describeSubscribed, sharesOf, subscriptionsOf } from "../subjects";

/** A domain needs no agreement with itself. */
export const selfConsumptionRule = policyRule({
  code: "SelfConsumption",
  severity: "error",
  description: "A domain has no agreement with itself: it reads its own products anyway.",
  *find({ mesh }) {
    for (const { domain, subscription } of subscriptionsOf(mesh)) {
      if (domainOf(subscription.product) !== domain.name) continue;
      yield {
        message: `domain '${domain.name}' subscribes to ${describeSubscribed(subscription)}, which is its own`,
        value: subscription.product,
        fix: "remove the subscription; name the product under inputs of the product made from it",
        at: inSubscription(domain, subscription, "product"),
      };
    }
    for (const { product, share } of sharesOf(mesh)) {
      if (share.consumer !== product.domain) continue;
      yield {
        message: `${describeProduct(product)} is shared with '${share.consumer}', its own domain`,
        value: share.consumer,
        fix: "remove the share",
        at: inShare(product, share, "domain"),
      };
    }
  },
});
