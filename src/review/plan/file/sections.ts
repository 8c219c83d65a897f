/** The most levels of lists and objects; plans of real configurations stay below 30. */
export const MAX_NESTING = 400;

/** Where the parts of a document lie. */
export interface Sections {
  /** By key: where its value begins and ends, in characters. The last one counts where a key occurs twice. */
  readonly values: ReadonlyMap<string, readonly [start: number, end: number]>;
  /** Where the document ends. */
  readonly end: number;
  /** True when numbers are in it that a JavaScript number may not hold exactly. */
  readonly hasLongNumbers: boolean;
}

/** Why a document has no sections. */
export type SectionsProblem = "truncated" | "nesting" | "invalid";

const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const LARGE_E = 0x45;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const SMALL_E = 0x65;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Digits that any integer may have without losing exactness. */
const SAFE_DIGITS = 15;

/**
 * The values of the object at the top of a document, without reading what is in them: of a plan, half is of no use here.
 * Only brackets and strings are looked at; each value is checked when it is parsed.
 *
 * @param start of the opening brace
 */
export function sectionsOf(text: string, start: number): Sections | SectionsProblem {
  const values = new Map<string, readonly [number, number]>();
  let depth = 0;
  let hasLongNumbers = false;
  let key: string | undefined;
  let keyStart = -1;
  let valueStart = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (depth === 1 && valueStart < 0) keyStart = at;
      at = endOfString(text, at);
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > MAX_NESTING) return "nesting";
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) {
        if (code !== CLOSE_BRACE) return "invalid";
        if (key !== undefined && valueStart >= 0) values.set(key, [valueStart, at]);
        return { values, end: at + 1, hasLongNumbers };
      }
    } else if (code >= ZERO && code <= NINE) {
      const end = endOfDigits(text, at);
      hasLongNumbers ||= end - at > SAFE_DIGITS || isExponent(text.charCodeAt(end));
      at = end - 1;
    } else if (depth === 1 && code === COLON && valueStart < 0) {
      key = keyOf(text, keyStart, at);
      if (key === undefined) return "invalid";
      valueStart = at + 1;
    } else if (depth === 1 && code === COMMA) {
      if (key === undefined || valueStart < 0) return "invalid";
      values.set(key, [valueStart, at]);
      key = undefined;
      valueStart = -1;
    }
  }
  return "truncated";
}

/** Behind the last of the digits that begin there. */
function endOfDigits(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(at)) at++;
  return at;
}

const isExponent = (code: number): boolean => code === SMALL_E || code === LARGE_E;

/** Where a string's closing quote is; behind the end when there is none. */
function endOfString(text: string, start: number): number {
  // Most of a plan stands in strings: native code finds their ends in half the time.
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

/** True behind an odd number of backslashes; before a string's first character stands its opening quote. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

function keyOf(text: string, start: number, end: number): string | undefined {
  if (start < 0) return undefined;
  try {
    const key: unknown = JSON.parse(text.slice(start, end));
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}
