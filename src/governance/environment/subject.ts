import type { Mesh } from "../../mesh";
import type { RuleProblem } from "../policy-rule";
import { inMesh } from "../source";

export type Environment = Mesh["environments"][number];

/** One environment and its place in `mesh.yaml`. */
export interface EnvironmentSubject {
  readonly mesh: Mesh;
  readonly environment: Environment;
  readonly at: (...path: readonly string[]) => RuleProblem["at"];
}

/** Every environment of the mesh. */
export function environmentSubjects(mesh: Mesh): EnvironmentSubject[] {
  return mesh.environments.map((environment, index) => ({
    mesh,
    environment,
    at: (...path) => inMesh(mesh, "environments", index, ...path),
  }));
}
