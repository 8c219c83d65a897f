import { addDays } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inShare, inSubscription } from "../source";
import { describeProduct, describeSubscribed, sharesOf, subscriptionsOf } from "../subjects";

/** Agreements are looked at again from time to time. */
export const sharePeriodTooLongRule = policyRule({
  code: "SharePeriodTooLong",
  severity: "error",
  description: "An agreement ends within the share period of mesh.yaml.",
  *find({ mesh, today }) {
    const last = addDays(today, mesh.limits.sharePeriod);
    const allowed = {
      rule: `the last day allowed is ${last}`,
      fix: `write until: ${last}, or an earlier date`,
    };

    for (const { domain, subscription } of subscriptionsOf(mesh)) {
      if (subscription.until <= last) continue;
      yield {
        message: `the subscription of '${domain.name}' to ${describeSubscribed(subscription)} lasts too long`,
        value: subscription.until,
        ...allowed,
        at: inSubscription(domain, subscription, "until"),
      };
    }
    for (const { product, share } of sharesOf(mesh)) {
      if (share.until <= last) continue;
      yield {
        message: `the share of ${describeProduct(product)} with '${share.consumer}' lasts too long`,
        value: share.until,
        ...allowed,
        at: inShare(product, share, "until"),
      };
    }
  },
});
