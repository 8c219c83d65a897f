import type { Json } from "../json";

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

/**
 * Parses JSON with every integer exact: those beyond 2^53 become bigints, numbers beyond the largest one keep their
 * text.
 *
 * @param hasLongNumbers false when it is known that a plain parser loses nothing
 * @throws SyntaxError when it is not JSON; its message may quote the text.
 */
export function parseExactly(text: string, hasLongNumbers: boolean): Json {
  if (!hasLongNumbers) return JSON.parse(text) as Json;
  const mark = unusedMark(text);
  let marked = false;
  const source = outsideStrings(text, (part) =>
    part.replace(NUMBER, (token) => {
      if (isExact(token)) return token;
      marked = true;
      return `"${mark}${token}"`;
    }),
  );
  if (!marked) return JSON.parse(text) as Json;
  return JSON.parse(source, (_key, value: Json) => {
    if (typeof value !== "string" || !value.startsWith(mark)) return value;
    const number = value.slice(mark.length);
    return INTEGER.test(number) ? BigInt(number) : number;
  }) as Json;
}

/** Changes what is between the strings; strings may be of any length, so no expression is run over them. */
function outsideStrings(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('"', from);
    if (open < 0) break;
    const end = endOfString(text, open);
    parts.push(change(text.slice(from, open)), text.slice(open, end));
    from = end;
  }
  parts.push(change(text.slice(from)));
  return parts.join("");
}

/** Behind a string's closing quote. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '"') return at + 1;
    if (character === "\\") at++;
  }
  return text.length;
}

function isExact(token: string): boolean {
  const number = Number(token);
  return INTEGER.test(token) ? Number.isSafeInteger(number) : Number.isFinite(number);
}

/** A text that no string of the document begins with. */
function unusedMark(text: string): string {
  let count = 0;
  while (text.includes(`number${count}:`)) count++;
  return `number${count}:`;
}
