import type { StackReport } from "../../deploy";

/** How the changes of a plan are counted, in the order of their columns. */
export const CHANGE_SIGNS = [
  { action: "create", sign: "+" },
  { action: "update", sign: "~" },
  { action: "replace", sign: "±" },
  { action: "delete", sign: "-" },
] as const;

/** Outcomes that say all there is to say. */
const QUIET: ReadonlySet<string> = new Set(["unchanged", "refused", "failed", "skipped"]);

/** `+3 ~1`; empty without changes. */
export function changesText({ changes, otherChanges, outcome }: StackReport): string {
  const counted = CHANGE_SIGNS.flatMap(({ action, sign }) =>
    changes[action] === 0 ? [] : [`${sign}${changes[action]}`],
  );
  if (counted.length > 0) return counted.join(" ");
  return otherChanges && !QUIET.has(outcome) ? "outputs only" : "";
}

/** What became of a stack. */
export function outcomeText({ outcome, because }: Pick<StackReport, "outcome" | "because">): string {
  if (outcome === "planned") return "to change";
  const [first, ...others] = because;
  if (outcome !== "skipped" || first === undefined) return outcome;
  return `skipped after ${first}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

/** `2.1`. */
export const secondsText = (seconds: number): string => seconds.toFixed(1);
