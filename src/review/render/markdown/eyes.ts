import { VERDICTS } from "../../model";
import { alike, type Alike } from "../facts/alike";
import type { Eye } from "../facts/eyes";
import { sortedNames } from "../facts/order";
import { numeral } from "../facts/words";
import { code, codes, inline } from "./quote";
import { bytesOf, type Lines } from "./lines";

/** How much is said of each thing to look at, most first. Every one of them is named, whatever the detail. */
export const EYE_DETAILS = ["full", "short", "byStack", "bySentence"] as const;

export type EyeDetail = (typeof EYE_DETAILS)[number];

/** So many of the same sentence in a stack become one entry, when everything is told in full. */
const MANY = 3;

/** One list entry for everything that a reviewer has to look at. */
export function eyeLines(eyes: readonly Eye[], detail: EyeDetail): string[] {
  if (detail === "bySentence") return grouped(eyes, false).map((group) => groupLine(group, false));
  const groups = grouped(eyes, true);
  if (detail === "byStack") return groups.map((group) => groupLine(group, true));
  return groups.flatMap((group) => {
    if (group.items.length >= MANY) return [groupLine(group, true), ...wayOutLine(group.items[0], detail)];
    return group.items.flatMap((eye) => entry(eye, detail));
  });
}

/** As many as fit into so many bytes, each by its names alone, and how many are left out. */
export function fittingEyes(eyes: readonly Eye[], bytes: number): { lines: Lines; left: number } {
  const lines: string[] = [];
  let free = bytes;
  let left = 0;
  for (const { items, shared, names } of grouped(eyes, false)) {
    const start = `${head(items)} ${inline(shared)}: `;
    const label = names.map(nameOf).map((name) => (name === "" ? code(items[0]?.where ?? "") : name));
    let taken = 0;
    let room = free - bytesOf([start]);
    for (const name of label) {
      room -= Buffer.byteLength(name) + 2;
      if (room < 0) break;
      taken++;
    }
    left += items.length - taken;
    if (taken === 0) continue;
    lines.push(`${start}${label.slice(0, taken).join(", ")}`);
    free -= bytesOf(lines.slice(-1));
  }
  return { lines, left };
}

const grouped = (eyes: readonly Eye[], perStack: boolean): Alike<Eye>[] =>
  alike(
    eyes,
    ({ sentence }) => sentence,
    ({ verdict, stack, acknowledged }) => JSON.stringify([verdict, acknowledged, perStack ? stack : ""]),
  );

function entry(eye: Eye, detail: EyeDetail): string[] {
  const { verdict, acknowledged, sentence, cause, where, stack, consumers } = eye;
  const line = `- ${VERDICTS[verdict].icon} ${inline(sentence)}${acknowledged ? " (acknowledged)" : ""}`;
  if (detail === "short") return [`${line} – ${code(where)}`];
  const facts = [
    ...(cause === undefined ? [] : [`because of ${code(cause)}`]),
    where === stack || where.startsWith(`${stack}/`) ? code(where) : `${code(where)} in ${code(stack)}`,
    ...(consumers.length === 0 ? [] : [`read by ${codes(consumers)}`]),
  ];
  return [line, `  ${facts.join(" · ")}`, ...wayOutLine(eye, detail)];
}

function wayOutLine(eye: Eye | undefined, detail: EyeDetail): string[] {
  return detail !== "full" || eye?.wayOut === undefined ? [] : [`  **Instead:** ${inline(eye.wayOut)}`];
}

function groupLine({ items, shared, names }: Alike<Eye>, perStack: boolean): string {
  const [first] = items;
  if (first === undefined) return "";
  const stack = perStack ? ` (in ${code(first.stack)})` : "";
  const readers = perStack ? sortedNames(items.flatMap(({ consumers }) => consumers)) : [];
  const read = readers.length === 0 ? "" : `, read by ${codes(readers)}`;
  if (items.length === 1) return `${head(items)} ${inline(shared)}${stack}${read}`;
  const all = names.map(nameOf).filter((name) => name !== "");
  return `${head(items)} ${inline(shared)}: ${all.join(", ")}${stack}${read}`;
}

/** `- ⛔ 312 ×`. */
function head(items: readonly Eye[]): string {
  const [first] = items;
  const icon = VERDICTS[first?.verdict ?? "none"].icon;
  const accepted = first?.acknowledged === true ? " (acknowledged)" : "";
  return items.length === 1 ? `- ${icon}${accepted}` : `- ${icon}${accepted} ${numeral(items.length)} ×`;
}

/** `` `a` `` or `` `a` (`6`, `3`) ``. */
function nameOf([name, ...more]: readonly string[]): string {
  if (name === undefined) return "";
  return more.length === 0 ? code(name) : `${code(name)} (${codes(more)})`;
}
