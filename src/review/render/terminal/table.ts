import { VERDICTS, type Counts, type Review } from "../../model";
import type { DomainRow } from "../facts/rows";
import { plainly } from "../facts/values";
import { shortText } from "../facts/visible";
import { counted, numeral, someOf } from "../facts/words";
import { MOST_NAMES, TERMINAL_ROWS } from "./limits";
import { colourOfVerdict, more, type Paint } from "./paint";

const COUNTED = [
  ["create", "made"],
  ["update", "changed"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["move", "moved"],
  ["import", "imported"],
  ["forget", "forgotten"],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** `2 made, 1 replaced`; a terminal has no room for a legend of signs. */
export const countsWords = (counts: Counts): string =>
  COUNTED.flatMap(([field, word]) => (counts[field] > 0 ? [`${numeral(counts[field])} ${word}`] : [])).join(
    ", ",
  );

/** A row per domain, aligned. */
export function tablePart(rows: readonly DomainRow[], paint: Paint): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, TERMINAL_ROWS.domains);
  const cells = shown.map(({ domain, verdict, counts, consumers }) => [
    shortText(domain),
    VERDICTS[verdict].words,
    countsWords(counts),
    counts.drift === 0 ? "" : counted(counts.drift, "drift", "drifts"),
    consumers.length === 0 ? "" : `${counted(consumers.length, "consumer")} affected`,
  ]);
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  const lines = cells.map((row, at) => {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    const verdict = line[1] ?? "";
    line[1] = colourOfVerdict(shown[at]?.verdict ?? "none", paint)(verdict);
    return `  ${line.filter((_, column) => (widths[column] ?? 0) > 0).join("  ")}`.trimEnd();
  });
  return [...lines, ...more(rows.length - shown.length, "domain")];
}

/** Why plans failed. */
export function failedPart({ stacks }: Review): string[] {
  const failed = stacks.filter(({ verdict }) => verdict === "planFailed");
  return [
    ...failed.slice(0, TERMINAL_ROWS.findings).map(({ stack, error = "the plan stopped half-way" }) => {
      const [first = ""] = error.split("\n").filter((line) => line.trim() !== "");
      return `  ${shortText(stack)}: ${shortText(first)}`;
    }),
    ...more(failed.length - TERMINAL_ROWS.findings, "plan that failed", "plans that failed"),
  ];
}

/** The stacks that stay as they are. */
export function unchangedPart({ unchanged }: Review, paint: Paint): string[] {
  if (unchanged.length === 0) return [];
  const names = plainly(
    someOf(
      unchanged.map(({ stack }) => stack),
      MOST_NAMES,
    ),
  ).replaceAll("`", "");
  return [paint.dim(`  ${counted(unchanged.length, "stack")} unchanged: ${names}`)];
}
