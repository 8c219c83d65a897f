import {
  lossesOfDomain,
  type Acknowledgement,
  type Domain,
  type Mesh,
  type PlanAcknowledgement,
} from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inAcknowledgement } from "../source";

/**
 * Acknowledgements do not lie about for a loss nobody thought of. Whether one of a plan lets something pass is not seen
 * here, where there is no plan; it accepts no other loss than its own, so that its end is all that is asked for.
 */
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
      yield* endedPlans(domain, today);
    }
    yield* endedPlans(mesh, today);
  },
});

function isNeeded(domain: Domain, { change, product }: Acknowledgement): boolean {
  return lossesOfDomain(domain).some((loss) => loss.change === change && loss.product === product);
}

function endedPlans(
  { file, acceptedPlans }: Pick<Mesh | Domain, "file" | "acceptedPlans">,
  today: string,
): RuleProblem[] {
  return acceptedPlans
    .filter(({ until }: PlanAcknowledgement) => until < today)
    .map(({ plan, until, index }) => ({
      message: `the acknowledgement of plan '${plan}' ended on ${until}`,
      value: until,
      fix: "remove it",
      at: { file, path: ["acknowledgements", index, "until"] },
    }));
}
