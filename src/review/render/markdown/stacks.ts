import { BY_RISK, type StackReview } from "../../model";
import { bytesOf, type Lines } from "./lines";
import { hasDetails, STACK_DETAILS, stackLines, type StackDetail } from "./stack";

/** What is told of the stacks, and of how many not all of it. */
export interface StacksPart {
  readonly lines: Lines;
  /** How many stacks are told in less than full, by how much; `none` are in the table only. */
  readonly shortened: ReadonlyMap<StackDetail | "none", number>;
}

interface Told {
  readonly stack: StackReview;
  detail: StackDetail | "none";
  lines: Lines;
}

/**
 * As much about the stacks as fits into so many bytes: those with the most risk are told in full before others get
 * more than a line; among stacks of the same risk, all get a line before one gets addresses, and so on.
 */
export function stacksPart(stacks: readonly StackReview[], bytes: number): StacksPart {
  const told: Told[] = stacks.filter(hasDetails).map((stack) => ({ stack, detail: "none", lines: [] }));
  let free = bytes;
  for (const verdict of BY_RISK) {
    const alike = told.filter(({ stack }) => stack.verdict === verdict);
    for (const detail of STACK_DETAILS) {
      for (const entry of alike) {
        const had = bytesOf(entry.lines);
        const lines = stackLines(entry.stack, detail, free + had);
        if (lines === undefined) continue;
        free += had - bytesOf(lines);
        entry.lines = lines;
        entry.detail = detail;
      }
    }
  }
  const shortened = new Map<StackDetail | "none", number>();
  for (const { detail } of told) {
    if (detail !== "full") shortened.set(detail, (shortened.get(detail) ?? 0) + 1);
  }
  return { lines: ordered(told), shortened };
}

/** An empty line ends the list of stacks that have a line only. */
function ordered(told: readonly Told[]): Lines {
  return told.flatMap(({ detail, lines }, at) =>
    detail === "count" && told[at + 1]?.detail !== "count" ? [...lines, ""] : lines,
  );
}
