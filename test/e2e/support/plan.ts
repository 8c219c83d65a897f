/** What a plan does to one resource. */
export interface Change {
  readonly actions: readonly string[];
  /** What forces the replacement, as paths. */
  readonly replacePaths?: readonly (readonly (string | number)[])[];
}

/** A plan of one stack. */
export interface Plan {
  /** Changes by address; what stays as it is has none. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Addresses of what somebody else has changed. */
  readonly drifted: string[];
  /** All of it, as `terraform show -json` tells it. */
  readonly text: string;
}

interface ResourceChange {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly replace_paths?: Change["replacePaths"] };
}

interface PlanDocument {
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
}

/** Reads what `terraform show -json` tells of a plan. */
export function planShown(text: string): Plan {
  const { resource_changes: all = [], resource_drift: drift = [] } = JSON.parse(text) as PlanDocument;
  const changed = all.filter(({ change }) => change.actions[0] !== "no-op");
  const changes = new Map(
    changed.map(({ address, change: { actions, replace_paths: replacePaths } }) => [
      address,
      { actions, ...(replacePaths === undefined ? {} : { replacePaths }) },
    ]),
  );
  return { changes, drifted: drift.map(({ address }) => address), text };
}
