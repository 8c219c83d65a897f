import { formatDuration, type Mesh, type MeshLimits } from "../../mesh";
import { platformTeam } from "../approvals";
import { listed, say, type GuardChange, type MeshSide, type Text } from "../model";

/** A limit that no domain may exceed, and how it is shown. */
const UPPER_LIMITS = {
  retention: formatDuration,
  sharePeriod: formatDuration,
} as const satisfies Partial<Record<keyof MeshLimits, (value: number) => string>>;

interface Loosened {
  readonly about: Text;
  readonly sentence: Text;
  readonly path: GuardChange["path"];
}

type Pair = Readonly<Record<"before" | "after", Mesh>>;

/** What `mesh.yaml` forbids no longer. */
export function policyGuards(base: MeshSide, head: MeshSide): GuardChange[] {
  const pair = { before: base.index.mesh, after: head.index.mesh };
  const common = { kind: "policy" as const, file: pair.after.file, teams: [platformTeam(undefined, base)] };
  return [limits, weights, residency, personal].flatMap((find) =>
    find(pair).map((loosened) => ({ ...common, ...loosened })),
  );
}

function limits({ before, after }: Pair): Loosened[] {
  return (Object.keys(UPPER_LIMITS) as (keyof typeof UPPER_LIMITS)[]).flatMap((name) => {
    const [was, is] = [before.limits[name], after.limits[name]];
    if (is <= was) return [];
    const [about, show] = [say`${`limits.${name}`}`, UPPER_LIMITS[name]];
    return [
      { about, sentence: say`${about} is raised from ${show(was)} to ${show(is)}`, path: ["limits", name] },
    ];
  });
}

/** New entries and those that changed; one that counts a change as breaking loosens nothing. */
function weights({ before, after }: Pair): Loosened[] {
  const key = ({ change, counts, until }: Mesh["policy"]["contractWeights"][number]): string =>
    `${change} ${counts} ${until}`;
  const known = new Set(before.policy.contractWeights.map(key));
  return after.policy.contractWeights
    .filter((weight) => weight.counts !== "major" && !known.has(key(weight)))
    .map(({ change, counts, until, index }) => ({
      about: say`${"policy.contractChanges"}`,
      sentence: say`contracts: ${change} counts as ${counts} until ${until}, by a new entry of ${"policy.contractChanges"}`,
      path: ["policy", "contractChanges", index],
    }));
}

function residency({ before, after }: Pair): Loosened[] {
  const about = say`${"policy.residency"}`;
  return [...before.policy.residency].flatMap(([classification, regions]) => {
    const now = after.policy.residency.get(classification);
    if (now === undefined) {
      const sentence = say`${classification} data may be read from any region: its entry in ${about} is gone`;
      return [{ about, sentence, path: ["policy"] }];
    }
    const more = now.filter((region) => !regions.includes(region));
    if (more.length === 0) return [];
    const sentence = say`${classification} data may be in ${listed(more)} as well, by ${about}`;
    return [{ about, sentence, path: ["policy", "residency", classification] }];
  });
}

function personal({ before, after }: Pair): Loosened[] {
  const about = say`${"policy.personal"}`;
  return before.policy.personal
    .filter((classification) => !after.policy.personal.includes(classification))
    .map((classification) => ({
      about,
      sentence: say`${classification} data no longer counts as personal: it is gone from ${about}`,
      path: ["policy"],
    }));
}
