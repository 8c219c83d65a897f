import type { Mesh } from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inMesh, spelling } from "../source";

/** The policy speaks of classifications that there are: a misspelt one would protect nothing. */
export const unknownClassificationRule = policyRule({
  code: "UnknownClassification",
  severity: "error",
  description: "The policy for personal data and residency names classifications of the mesh.",
  *find({ mesh }) {
    for (const [index, name] of mesh.policy.personal.entries()) {
      if (!mesh.policy.classifications.includes(name)) {
        yield unknown(mesh, name, inMesh(mesh, "policy", "personal", index));
      }
    }
    for (const name of mesh.policy.residency.keys()) {
      if (!mesh.policy.classifications.includes(name)) {
        yield unknown(mesh, name, { ...inMesh(mesh, "policy", "residency", name), onKey: true });
      }
    }
  },
});

function unknown({ policy }: Mesh, name: string, at: RuleProblem["at"]): RuleProblem {
  return {
    message: `the policy names the classification '${name}', which is none of the mesh`,
    value: name,
    rule: `classifications are ${policy.classifications.join(", ")}`,
    fix: spelling("the name", name, policy.classifications, "add it to policy.classifications"),
    at,
  };
}
