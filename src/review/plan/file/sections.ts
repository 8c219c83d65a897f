/** The most levels of lists and objects; plans of real configurations stay below 30. */
export const MAX_NESTING = 400;

/** Where the parts of a document lie. */
export interface Sections {
  /** By key: where its value begins and ends, in bytes. The last one counts where a key occurs twice. */
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
export function sectionsOf(bytes: Uint8Array, start: number): Sections | SectionsProblem {
  const values = new Map<string, readonly [number, number]>();
  let depth = 0;
  let digits = 0;
  let hasLongNumbers = false;
  let key: string | undefined;
  let keyStart = -1;
  let valueStart = -1;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      if (++digits > SAFE_DIGITS) hasLongNumbers = true;
      continue;
    }
    if (digits > 0 && (byte === SMALL_E || byte === LARGE_E)) hasLongNumbers = true;
    digits = 0;
    if (byte === QUOTE) {
      if (depth === 1 && valueStart < 0) keyStart = at;
      at = endOfString(bytes, at);
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++depth > MAX_NESTING) return "nesting";
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) {
        if (byte !== CLOSE_BRACE) return "invalid";
        if (key !== undefined && valueStart >= 0) values.set(key, [valueStart, at]);
        return { values, end: at + 1, hasLongNumbers };
      }
    } else if (depth === 1 && byte === COLON && valueStart < 0) {
      key = keyOf(bytes, keyStart, at);
      if (key === undefined) return "invalid";
      valueStart = at + 1;
    } else if (depth === 1 && byte === COMMA) {
      if (key === undefined || valueStart < 0) return "invalid";
      values.set(key, [valueStart, at]);
      key = undefined;
      valueStart = -1;
    }
  }
  return "truncated";
}

/** Where a string's closing quote is; behind the end when there is none. */
function endOfString(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  for (let at = start + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  return length;
}

function keyOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (start < 0) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(bytes.subarray(start, end)).toString("utf8"));
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}
