import { unowned } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inDomain, spelling } from "../source";

/** Somebody answers for every domain. */
export const ownerMissingRule = policyRule({
  code: "OwnerMissing",
  severity: "error",
  description: "The owner of a domain is a team of mesh.yaml.",
  *find({ mesh }) {
    for (const domain of unowned(mesh).domains) {
      const { team } = domain.owner;
      yield {
        message: `domain '${domain.name}' is owned by '${team}', which is no team of the mesh`,
        value: team,
        fix: spelling("team", team, mesh.teams, `add '${team}' to teams in ${mesh.file}`),
        at: inDomain(domain, "owner", "team"),
      };
    }
  },
});
