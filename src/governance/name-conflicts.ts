import {
  inventoryOf,
  overlapsOf,
  type Mesh,
  type NameFailure,
  type Overlap,
  type Resource,
  type ResourceKind,
} from "../mesh";

/** What is wrong with the physical names of one environment. */
export interface NameConflicts {
  readonly environment: string;
  /** Index in `mesh.yaml`. */
  readonly index: number;
  readonly overlaps: readonly Overlap[];
  readonly failures: readonly NameFailure[];
  /** Names that an environment before it has too, in the same account. */
  readonly shared: readonly SharedName[];
}

/** A name that two environments define. */
export interface SharedName {
  readonly resource: Resource;
  /** The environment that has it already. */
  readonly first: string;
}

/** Kinds whose names do not say their environment, and that an account holds once. */
const ONCE_PER_ACCOUNT: ReadonlySet<ResourceKind> = new Set(["OIDC provider"]);

/** Builds the names of one environment after another, and keeps only what is wrong with them. */
export function nameConflictsOf(mesh: Mesh): NameConflicts[] {
  const firsts = new Map<string, string>();
  return mesh.environments.map((environment, index) => {
    const { name } = environment;
    const { resources, failures } = inventoryOf(mesh, environment);
    const shared = resources.flatMap((resource): SharedName[] => {
      if (!ONCE_PER_ACCOUNT.has(resource.kind)) return [];
      const key = `${resource.kind} ${resource.scope} ${resource.name}`;
      const first = firsts.get(key) ?? name;
      firsts.set(key, first);
      return first === name ? [] : [{ resource, first }];
    });
    return { environment: name, index, overlaps: overlapsOf(resources), failures, shared };
  });
}
