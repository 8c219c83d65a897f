import { lossesOfDomain, type Acknowledgement, type Domain } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inAcknowledgement } from "../source";

/** Acknowledgements do not lie about for a loss nobody thought of. */
export const acknowledgementUnusedRule = policyRule({
  code: "AcknowledgementUnused",
  severity: "warning",
  description: "An acknowledgement counts and lets something pass.",
  *find({ mesh, today }) {
    for (const domain of mesh.domains.values()) {
      for (const acknowledgement of domain.acknowledgements) {
        const { change, product, until } = acknowledgement;
        const expired = until < today;
        if (!expired && isNeeded(domain, acknowledgement)) continue;
        yield {
          message: `the acknowledgement of ${change} of '${product}' ${expired ? `ended on ${until}` : "lets nothing pass"}`,
          value: expired ? until : product,
          fix: "remove it",
          at: inAcknowledgement(domain, acknowledgement, expired ? "until" : "product"),
        };
      }
    }
  },
});

function isNeeded(domain: Domain, { change, product }: Acknowledgement): boolean {
  return lossesOfDomain(domain).some((loss) => loss.change === change && loss.product === product);
}
