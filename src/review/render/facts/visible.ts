/** Most characters of a literal that are shown; the rest is told by its length. */
export const MAX_LITERAL = 200;

/** Marks, blanks and directions that the eye misses or is misled by; a plain space is none of them. */
const HIDDEN = /(?! )[\p{C}\p{Z}\p{DI}]/gu;
const PRINTABLE = /^[ -~]*$/;
const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * A text with nothing in it that cannot be seen: control characters, line breaks, characters without width or that turn
 * the direction of writing, blanks other than the space and halves of surrogate pairs become escapes. Backslashes are
 * doubled where there are escapes.
 */
export function visible(text: string): string {
  if (PRINTABLE.test(text) || text.search(HIDDEN) === -1) return text;
  return escapeHidden(text.replaceAll("\\", "\\\\"));
}

/** The same with backslashes as they are: for JSON, whose own escapes these are, but for the largest characters. */
export function escapeHidden(text: string): string {
  return text.replace(HIDDEN, (character) => NAMED[character] ?? escaped(character));
}

/** A visible text of at most that many characters; `whole` is the length of the text when it was cut. */
export function shortened(
  text: string,
  most: number = MAX_LITERAL,
): { readonly shown: string; readonly whole?: number } {
  const shown = visible(text.length > most ? start(text, most) : text);
  if (text.length <= most && shown.length <= most) return { shown };
  return { shown: `${start(shown, most)}…`, whole: text.length };
}

/** A visible text with its length when it was cut: for where nothing can be quoted. */
export function shortText(text: string, most: number = MAX_LITERAL): string {
  const { shown, whole } = shortened(text, most);
  return whole === undefined ? shown : `${shown} (${whole} characters)`;
}

/** The first units of a text, without half of a pair at the end. */
const start = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

function escaped(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}
