import { compare, type Domain } from "../../mesh";
import { platformTeam } from "../approvals";
import { listed, say, type GuardChange, type MeshSide, type Text } from "../model";

/** Domains, and the mesh itself, for which others answer than before: those who did so have to let go. */
export function ownerGuards(base: MeshSide, head: MeshSide): GuardChange[] {
  const domains = [...base.index.mesh.domains.values()].flatMap((before) => {
    const after = head.index.mesh.domains.get(before.name);
    return after === undefined ? [] : [...ownerGuard(before, after), ...accountableGuard(before, after)];
  });
  return [...platformGuard(base, head), ...domains];
}

function platformGuard(base: MeshSide, head: MeshSide): GuardChange[] {
  const [before, after] = [platformTeam(undefined, base), platformTeam(head, undefined)];
  if (before === after) return [];
  return [
    {
      ...{ kind: "owner", about: say`owner of the platform`, file: head.index.mesh.file, path: ["teams", 0] },
      sentence: say`the platform goes from team ${before} to ${after}, which is now the first of ${"teams"}: both have to agree`,
      teams: both([before], [after]),
    },
  ];
}

function ownerGuard({ name, owner }: Domain, after: Domain): GuardChange[] {
  if (owner.team === after.owner.team) return [];
  return [
    {
      ...{ kind: "owner", about: say`owner of ${name}`, file: after.file, path: ["owner", "team"] },
      sentence: say`domain ${name} goes from team ${owner.team} to ${after.owner.team}: both have to agree`,
      teams: both([owner.team], [after.owner.team]),
    },
  ];
}

function accountableGuard({ name, owner, raci }: Domain, after: Domain): GuardChange[] {
  const [was, is] = [raci.accountable, after.raci.accountable].map((teams) => [...teams].sort(compare));
  if (was === undefined || is === undefined || was.join("\n") === is.join("\n")) return [];
  return [
    {
      ...{ kind: "owner", about: say`who is accountable for ${name}`, file: after.file },
      path: is.length > 0 ? ["raci", "accountable"] : [],
      sentence: say`accountable for ${name} is ${teamsOf(is)} instead of ${teamsOf(was)}: ${owner.team} has to agree`,
      teams: both([owner.team], was),
    },
  ];
}

const teamsOf = (teams: readonly string[]): Text => (teams.length === 0 ? ["nobody"] : listed(teams));

const both = (...teams: readonly (readonly string[])[]): string[] => [...new Set(teams.flat())].sort(compare);
