import { byRisk, plain, type Text, type Verdict } from "../../model";

/** Compares texts with the numbers in them by their size: `a[2]` before `a[10]`; the same on every machine. */
export function naturally(a: string, b: string): number {
  // Most texts of a list begin alike: numbers matter only from the first difference on.
  const start = firstDifference(a, b);
  let [left, right] = [start, start];
  while (left < a.length && right < b.length) {
    const leftEnd = digitsEnd(a, left);
    const rightEnd = digitsEnd(b, right);
    if (leftEnd > left && rightEnd > right) {
      const order = byNumber(a.slice(left, leftEnd), b.slice(right, rightEnd));
      if (order !== 0) return order;
      [left, right] = [leftEnd, rightEnd];
    } else {
      const order = a.charCodeAt(left) - b.charCodeAt(right);
      if (order !== 0) return order;
      left++;
      right++;
    }
  }
  return a.length - left - (b.length - right) || byUnits(a, b);
}

/** Where two texts begin to differ; where the number begins, when that is inside of one. */
function firstDifference(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  while (at > 0 && isDigit(a.charCodeAt(at - 1))) at--;
  return at;
}

/** Compares by UTF-16 units. */
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted copies: by risk, then by a text of each. */
export function sortedByRisk<T extends { readonly verdict: Verdict }>(
  items: readonly T[],
  textOf: (item: T) => string,
): T[] {
  if (items.length < 2) return [...items];
  return sortedBy(items, textOf).sort((a, b) => byRisk(a.verdict, b.verdict));
}

/** Sorted copies, by a text of each. */
export function sortedBy<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, text: textOf(item) }))
    .sort((a, b) => naturally(a.text, b.text))
    .map(({ item }) => item);
}

/** Sentences without repetitions, sorted. */
export function sortedTexts(texts: readonly Text[]): Text[] {
  const byPlain = new Map(texts.map((text) => [plain(text), text]));
  return sortedBy([...byPlain.entries()], ([text]) => text).map(([, text]) => text);
}

/** Names without repetitions, sorted. */
export function sortedNames(names: Iterable<string>): string[] {
  const distinct = [...new Set(names)];
  return distinct.length < 2 ? distinct : distinct.sort(naturally);
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

const ZERO = 48;
const NINE = 57;

function byNumber(a: string, b: string): number {
  const left = a.replace(/^0+/, "");
  const right = b.replace(/^0+/, "");
  return left.length - right.length || byUnits(left, right);
}
