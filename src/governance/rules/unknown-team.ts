import { policyRule } from "../policy-rule";
import { inDomain, spelling } from "../source";

const ROLES = ["responsible", "accountable", "consulted", "informed"] as const;

/** RACI names teams that are there. */
export const unknownTeamRule = policyRule({
  code: "UnknownTeam",
  severity: "error",
  description: "RACI names teams of mesh.yaml.",
  *find({ mesh }) {
    for (const domain of mesh.domains.values()) {
      for (const role of ROLES) {
        for (const [index, team] of domain.raci[role].entries()) {
          if (mesh.teams.has(team)) continue;
          yield {
            message: `domain '${domain.name}' names '${team}' as ${role}, which is no team of the mesh`,
            value: team,
            fix: spelling("the team", team, mesh.teams, `add '${team}' to teams in ${mesh.file}`),
            at: inDomain(domain, "raci", role, index),
          };
        }
      }
    }
  },
});
