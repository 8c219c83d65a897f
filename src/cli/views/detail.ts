import type { Style } from "../style";
import { table } from "./table";

/** A label and what is said of it; without a text, the line is left out. */
export type Fact = readonly [label: string, text: string | undefined];

/** Facts below each other, their labels as wide as the widest. */
export function renderFacts(facts: readonly Fact[], style: Style, indent = 2): string[] {
  const known = facts.flatMap(([label, text]) => (text === undefined || text === "" ? [] : [[label, text]]));
  return table(known, { indent, paint: (cell, column) => (column === 0 ? style.dim(cell) : cell) });
}

/** An empty line, a heading and what is below it; nothing when nothing is. */
export function section(heading: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : ["", style.bold(heading), ...lines];
}
