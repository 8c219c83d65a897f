import type { CheckSummary } from "../data/check-summary";
import type { Style } from "../style";
import { counted } from "./text";

/** What {@link renderCheckSummary} says besides the counts. */
export interface CheckSummaryOptions {
  readonly style: Style;
  readonly seconds: number;
  /** Whether notes were shown, and so count. */
  readonly notes: boolean;
}

/** `3 errors, 1 warning in 24 files, 11 products of 6 domains, 0.4 s`. */
export function renderCheckSummary(
  { errors, warnings, notes, files, products, domains }: CheckSummary,
  { style, seconds, notes: withNotes }: CheckSummaryOptions,
): string {
  const error = counted(errors, "error");
  const warning = counted(warnings, "warning");
  const found = [
    errors > 0 ? style.red(error) : style.green(error),
    warnings > 0 ? style.yellow(warning) : warning,
    ...(withNotes ? [counted(notes, "note")] : []),
  ];
  const mesh = [
    `in ${counted(files, "file")}`,
    `${counted(products, "product")} of ${counted(domains, "domain")}`,
    `${seconds.toFixed(1)} s`,
  ];
  return `${found.join(", ")} ${mesh.join(", ")}`;
}
