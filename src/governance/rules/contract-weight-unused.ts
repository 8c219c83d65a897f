import { CONTRACT_CHANGES } from "../../contract";
import { policyRule } from "../policy-rule";
import { inMesh } from "../source";

/** What weighs contract changes otherwise does not lie about when it no longer counts. */
export const contractWeightUnusedRule = policyRule({
  code: "ContractWeightUnused",
  severity: "warning",
  description: "An entry of policy.contractChanges counts and changes something.",
  *find({ mesh, today }) {
    const weighed = new Set<string>();
    for (const { change, counts, until, index } of mesh.policy.contractWeights) {
      const isFirst = !weighed.has(change);
      if (until >= today) weighed.add(change);
      const usual = CONTRACT_CHANGES[change];
      const fault =
        until < today
          ? { field: "until", why: `ended on ${until}`, value: until }
          : !isFirst
            ? { field: "change", why: "is there already, and the first one counts", value: change }
            : counts === usual
              ? { field: "counts", why: `says what holds anyway: ${usual}`, value: counts }
              : undefined;
      if (fault === undefined) continue;
      yield {
        message: `the weight of the contract change '${change}' ${fault.why}`,
        value: fault.value,
        fix: "remove it",
        at: inMesh(mesh, "policy", "contractChanges", index, fault.field),
      };
    }
  },
});
