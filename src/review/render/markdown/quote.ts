import type { Text } from "../../model";
import { shortened, visible } from "../facts/visible";
import { numeral } from "../facts/words";

/**
 * Words in prose that a forge would make something of: mentions, references to issues, addresses, tags. Forges look
 * for them in everything but code, after entities and backslashes are gone; so they become code.
 */
const ACTIVE = /[@<>`\\]|:\/\/|www\.|#\w|\bGH-\d|\b[0-9a-f]{7,40}\b/i;

/** A sentence for a paragraph, a list entry or, with `inCell`, a cell of a table. */
export function inline(text: Text, inCell = false): string {
  const line = piecesOf(text)
    .map((piece) => (piece.isCode ? code(piece.text, inCell) : prose(piece.text)))
    .join("");
  return line.replace(/^(?:[-+=#]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A literal as code: nothing in it has a meaning; long ones are cut and their length told. */
export function code(literal: string, inCell = false): string {
  const { shown, whole } = shortened(literal === "" ? '""' : literal);
  const span = codeSpan(inCell ? withoutBars(shown) : shown);
  return whole === undefined ? span : `${span} (${numeral(whole)} characters)`;
}

/** Literals with commas between them. */
export const codes = (literals: readonly string[], inCell = false): string =>
  literals.map((literal) => code(literal, inCell)).join(", ");

/** A sentence inside a tag, such as `<summary>`, where Markdown has no meaning. */
export function html(text: Text): string {
  return piecesOf(text)
    .map((piece) => {
      if (!piece.isCode) return entities(piece.text);
      const { shown, whole } = shortened(piece.text);
      const length = whole === undefined ? "" : ` (${numeral(whole)} characters)`;
      return `<code>${entities(shown)}</code>${length}`;
    })
    .join("");
}

interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

/** Literals, and what is active in prose, apart from prose; nothing in prose is hidden. No two literals touch. */
function piecesOf(text: Text): Piece[] {
  const pieces: Piece[] = [];
  const add = (isCode: boolean, added: string) => {
    const last = pieces.at(-1);
    if (last?.isCode === isCode) pieces[pieces.length - 1] = { isCode, text: last.text + added };
    else pieces.push({ isCode, text: added });
  };
  for (const part of text) {
    if (typeof part !== "string") add(true, part.code);
    else for (const word of visible(part).match(/ +|[^ ]+/g) ?? []) add(ACTIVE.test(word), word);
  }
  return pieces;
}

/** A fence of backticks that is longer than any in it, with spaces that keep it apart from them. */
function codeSpan(shown: string): string {
  const fence = "`".repeat(longestRun(shown) === 0 ? 1 : longestRun(shown) + 1);
  const isTight = /^`|`$/.test(shown) || (/^ .* $/.test(shown) && shown.trim() !== "");
  return isTight ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** The length of the longest run of backticks. */
export function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** Parsers do not agree on what a bar behind backslashes is, so it is not written as one there. */
const withoutBars = (shown: string): string =>
  shown.includes("\\") ? shown.replaceAll("|", "\\u007c") : shown.replaceAll("|", "\\|");

/** What could start or end something in the middle of a line; entities cannot. */
const prose = (words: string): string => words.replace(/[*_[\]~|&$]/g, (mark) => `\\${mark}`);

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const entities = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
