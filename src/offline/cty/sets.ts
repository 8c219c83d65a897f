import type { Value } from "../model";
import { UNKNOWN } from "../model";

/** The elements of a set without duplicates, in the one order of their canonical text. */
export function sortedSet(elements: readonly Value[]): Value[] {
  const byKey = new Map<string, Value>();
  for (const element of elements) {
    const key = canonical(element);
    // Two unknown elements may turn out to differ: each is kept.
    byKey.set(key.includes(UNKNOWN_MARK) ? `${key}#${byKey.size}` : key, element);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, element]) => element);
}

/** A text that two values share when, and only when, they are equal. */
export function canonical(value: Value): string {
  if (value === UNKNOWN) return UNKNOWN_MARK;
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, Value>)[key])}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

// JSON text never holds a raw control character, so no string can look like this.
const UNKNOWN_MARK = "\u0000";
