import type { EnvironmentManifest } from "../../manifest";
import { platformTeam } from "../approvals";
import { say, type GuardChange, type MeshSide, type Text } from "../model";

/** How one environment stops protecting what is in it. */
interface Rule {
  readonly key: "protected" | "allowDestroy";
  readonly holds: (before: EnvironmentManifest, after: EnvironmentManifest, isReviewed: boolean) => boolean;
  readonly sentence: (name: string) => Text;
  readonly wayOut: Text;
}

const RULES: readonly Rule[] = [
  {
    key: "protected",
    holds: (before, after) => before.protected && !after.protected,
    sentence: (name) =>
      say`environment ${name} is no longer protected: what holds data there can be destroyed`,
    wayOut: say`keep ${"protected: true"}`,
  },
  {
    key: "allowDestroy",
    // Where nothing is protected anyway, it matters to those who review just that environment.
    holds: (before, after, isReviewed) =>
      (isReviewed || before.protected) && before.allowDestroy !== true && after.allowDestroy === true,
    sentence: (name) =>
      say`environment ${name} now has ${"allowDestroy"}: the data of retired products can be destroyed there`,
    wayOut: say`set ${"allowDestroy"} only for the release that destroys something, and take it out again`,
  },
];

/** Environments that are gone, or protect less. */
export function environmentGuards(base: MeshSide, head: MeshSide): GuardChange[] {
  const after = new Map(head.index.mesh.environments.map((each, at) => [each.name, [each, at] as const]));
  const { file } = head.index.mesh;
  const common = (name: string) => ({
    kind: "environment" as const,
    ...{ about: say`environment ${name}`, file, teams: [platformTeam(undefined, base)] },
  });
  return base.index.mesh.environments.flatMap((before): GuardChange[] => {
    const { name } = before;
    const [now, at] = after.get(name) ?? [];
    if (now === undefined || at === undefined) {
      const sentence = say`environment ${name} is removed from ${file}: no rule and no review looks after what runs there`;
      return [{ ...common(name), sentence, path: ["environments"] }];
    }
    return RULES.filter(({ holds }) => holds(before, now, name === base.environment.name)).map(
      ({ key, sentence, wayOut }) => {
        const path = key in now ? ["environments", at, key] : ["environments", at];
        return { ...common(name), sentence: sentence(name), path, wayOut };
      },
    );
  });
}
