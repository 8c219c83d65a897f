import type { Difference } from "./compare";

const LONGEST = 300;

/** Differences, one line each. */
export function differencesInWords(differences: readonly Difference[]): string {
  return differences
    .map(({ path, engine, real }) => `${path}: engine ${shown(engine)}, real ${shown(real)}`)
    .join("\n");
}

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
