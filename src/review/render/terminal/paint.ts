import { byRisk, type Verdict } from "../../model";
import type { Readiness } from "../answer";
import { counted } from "../facts/words";

/** How words stand out; the identity where they do not. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

/** Nothing stands out. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same };

/** A part with its title; nothing when it has no lines. */
export const titled = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0 ? [] : [paint.bold(title), ...lines];

/** Parts one below the other with a blank line between them. */
export const parted = (parts: readonly (readonly string[])[]): string[] =>
  parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ["", ...part]));

/** `  and 3 domains more`; nothing when there are none. */
export const more = (count: number, one: string, many?: string): string[] =>
  count > 0 ? [`  and ${counted(count, one, many)} more`] : [];

export function colourOf(readiness: Readiness, paint: Paint): (text: string) => string {
  if (readiness === "unsafe") return (text) => paint.red(paint.bold(text));
  return readiness === "safe" || readiness === "nothing" ? paint.green : paint.yellow;
}

export function colourOfVerdict(verdict: Verdict, paint: Paint): (text: string) => string {
  if (byRisk(verdict, "breaks") <= 0) return paint.red;
  return byRisk(verdict, "cost") <= 0 ? paint.yellow : paint.green;
}

function same(text: string): string {
  return text;
}
