import type { Outcome } from "../support/offline/terraform";

/** One resource in a plan, as `terraform show -json` has it. */
export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly before: unknown;
    readonly after: unknown;
    readonly after_unknown: unknown;
    readonly before_sensitive: unknown;
    readonly after_sensitive: unknown;
    readonly importing?: unknown;
  };
}

/** What is wrong, in Terraform's or the provider's words. */
export interface Problem {
  readonly summary: string;
  readonly detail: string;
}

/** What one side makes of a pair: a change of its resource, or problems. */
export interface Planned {
  readonly problems: readonly Problem[];
  readonly change: ResourceChange | undefined;
}

/** The problems in what `terraform plan -json` wrote. */
export function problemsIn({ output }: Outcome): Problem[] {
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { diagnostic?: Problem & { severity: string } })
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []))
    .map(({ summary, detail }) => ({ summary, detail }))
    .sort((a, b) => (a.summary + a.detail < b.summary + b.detail ? -1 : 1));
}

/** The change of the one resource of a type, without what names the run. */
export function changeIn({ output }: Outcome, type: string): ResourceChange | undefined {
  const { resource_changes: changes = [] } = JSON.parse(output) as {
    resource_changes?: readonly (ResourceChange & { readonly type: string })[];
  };
  const found = changes.find((change) => change.type === type);
  if (found === undefined) return undefined;
  const { address, previous_address, action_reason, change } = found;
  return {
    address,
    ...(previous_address !== undefined && { previous_address }),
    ...(action_reason !== undefined && { action_reason }),
    change,
  };
}

/** A plan in the words of the data files, such as `replace partitions`. */
export function inWords({ problems, change }: Planned): string {
  if (problems.length > 0) return "refused";
  if (change === undefined) return "nothing";
  const { actions, replace_paths: paths = [] } = change.change;
  if (actions.length === 1) return String(actions[0]);
  return `replace ${paths
    .map((path) => path.join("."))
    .sort()
    .join(", ")}`;
}
