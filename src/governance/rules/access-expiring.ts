import { addDays, formatDuration } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inShare, inSubscription } from "../source";
import { describeProduct, describeSubscribed, sharesOf, subscriptionsOf } from "../subjects";

/** Nobody loses an access by surprise. */
export const accessExpiringRule = policyRule({
  code: "AccessExpiring",
  severity: "warning",
  description: "Whoever has an agreement is told before it ends.",
  *find({ mesh, today }) {
    const { expiryNotice } = mesh.limits;
    const last = addDays(today, expiryNotice);
    const isNear = (until: string) => until >= today && until <= last;
    const rule = `an agreement is warned about ${formatDuration(expiryNotice)} before its end`;

    for (const { domain, subscription } of subscriptionsOf(mesh)) {
      const { until } = subscription;
      if (!isNear(until)) continue;
      yield {
        message: `the subscription of '${domain.name}' to ${describeSubscribed(subscription)} ends on ${until}`,
        value: until,
        rule,
        fix: "write a later date and have the share renewed, or remove the subscription",
        at: inSubscription(domain, subscription, "until"),
      };
    }
    for (const { product, share } of sharesOf(mesh)) {
      const { consumer, until } = share;
      if (!isNear(until)) continue;
      yield {
        message: `the share of ${describeProduct(product)} with '${consumer}' ends on ${until}`,
        value: until,
        rule,
        fix: "write a later date, or remove the share",
        at: inShare(product, share, "until"),
      };
    }
  },
});
