/** Returned where the simple reader does not want to decide; no value of YAML is a symbol. */
export const UNSURE = Symbol("unsure");

/** A scalar, with the offset behind it in its line. */
export interface Scanned {
  readonly value: unknown;
  readonly end: number;
}

/** Characters that can start text without quotes and mean nothing else there; `-` needs a look at what follows. */
const PLAIN_START = /^[A-Za-z0-9_/.$(+<=^\u00a1-\uffff]|^-[A-Za-z0-9.]/;
const SIMPLE_NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/;
/** Everything else that YAML's core schema takes for a number, and a little more. */
const OTHER_NUMBER = /^[-+]?(?:(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:e[-+]?[0-9]+)?|0[xo][0-9a-f]+|\.(?:inf|nan))$/i;
const WORDS: ReadonlyMap<string, unknown> = new Map([
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

/** A word that YAML takes for something else than text. */
export const isWord = (text: string): boolean => WORDS.has(text);

/** Text in quotes, on one line, without any escape. */
export function quoted(line: string, start: number): Scanned | typeof UNSURE {
  const quote = line.charAt(start);
  const close = line.indexOf(quote, start + 1);
  if (close === -1) return UNSURE;
  const value = line.slice(start + 1, close);
  return quote === '"' && value.includes("\\") ? UNSURE : { value, end: close + 1 };
}

/** Text without quotes up to the end of the line or a comment. */
export function plainInBlock(line: string, start: number): Scanned | typeof UNSURE {
  const comment = line.indexOf(" #", start);
  const end = comment === -1 ? line.length : comment;
  const text = withoutEndSpaces(line.slice(start, end));
  if (text.includes(": ") || text.endsWith(":")) return UNSURE;
  return resolved(text, end);
}

const FLOW_END = /[,[\]{}#:]/g;

/** Text without quotes inside brackets. */
export function plainInFlow(line: string, start: number): Scanned | typeof UNSURE {
  FLOW_END.lastIndex = start;
  const end = FLOW_END.exec(line)?.index;
  if (end === undefined) return UNSURE;
  return resolved(withoutEndSpaces(line.slice(start, end)), end);
}

function resolved(text: string, end: number): Scanned | typeof UNSURE {
  if (!PLAIN_START.test(text)) return UNSURE;
  if (SIMPLE_NUMBER.test(text)) return { value: Number(text) || 0, end };
  if (OTHER_NUMBER.test(text)) return UNSURE;
  return { value: WORDS.has(text) ? WORDS.get(text) : text, end };
}

function withoutEndSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x20) end--;
  return end === text.length ? text : text.slice(0, end);
}
