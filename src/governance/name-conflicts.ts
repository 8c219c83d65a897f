import { inventoryOf, overlapsOf, type Mesh, type NameFailure, type Overlap } from "../mesh";

/** What is wrong with the physical names of one environment. */
export interface NameConflicts {
  readonly environment: string;
  /** Index in `mesh.yaml`. */
  readonly index: number;
  readonly overlaps: readonly Overlap[];
  readonly failures: readonly NameFailure[];
}

/** Builds the names of one environment after another, and keeps only what is wrong with them. */
export function nameConflictsOf(mesh: Mesh): NameConflicts[] {
  return mesh.environments.map((environment, index) => {
    const { resources, failures } = inventoryOf(mesh, environment);
    return { environment: environment.name, index, overlaps: overlapsOf(resources), failures };
  });
}
