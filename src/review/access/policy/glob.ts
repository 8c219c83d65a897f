/** A wildcard; literal characters stand for themselves, a policy variable such as `${aws:username}` is one token. */
const MANY = "**";
const ONE = "??";

/** What `${*}`, `${?}` and `${$}` stand for. Source: IAM user guide, "Policy variables". */
const ESCAPED: Readonly<Record<string, string>> = { "${*}": "*", "${?}": "?", "${$}": "$" };

const TOKEN = /\$\{[^}]*\}|[\s\S]/gu;

function tokensOf(pattern: string): readonly string[] {
  return (pattern.match(TOKEN) ?? []).map((token) => {
    if (token === "*") return MANY;
    if (token === "?") return ONE;
    return ESCAPED[token] ?? token;
  });
}

/** `text` as a pattern that matches nothing but it. */
export const literally = (text: string): string => text.replace(/[*?]/g, (sign) => `\${${sign}}`);

/**
 * True when it is certain that `wide` matches whatever `narrow` matches. Both are patterns with `*` and `?`; a policy
 * variable is known to match itself only.
 */
export function covers(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === "*") return true;
  if (!startsAlike(wide, narrow)) return false;
  const [all, some] = [tokensOf(wide), tokensOf(narrow)];
  let [here, there] = [0, 0];
  let star: { readonly after: number; readonly from: number } | undefined;

  while (there < some.length) {
    const token = all[here];
    if (token === MANY) {
      here += 1;
      star = { after: here, from: there };
    } else if (token !== undefined && matches(token, some[there] ?? "")) {
      here += 1;
      there += 1;
    } else if (star !== undefined) {
      star = { after: star.after, from: star.from + 1 };
      here = star.after;
      there = star.from;
    } else {
      return false;
    }
  }
  return all.slice(here).every((token) => token === MANY);
}

/** False for most patterns at once: only what stands before the first wildcard is looked at. */
function startsAlike(wide: string, narrow: string): boolean {
  const end = wide.search(/[*?]/);
  return end >= 0 && narrow.startsWith(wide.slice(0, end));
}

const matches = (token: string, other: string): boolean =>
  token === other || (token === ONE && other !== MANY && [...other].length === 1);

/** True when it is certain that nothing matches both. */
export function disjoint(one: string, other: string): boolean {
  const [a, b] = [fixedStart(one), fixedStart(other)];
  const length = Math.min(a.text.length, b.text.length);
  if (a.text.slice(0, length) !== b.text.slice(0, length)) return true;
  return (a.whole && b.text.length > a.text.length) || (b.whole && a.text.length > b.text.length);
}

/** What every match starts with, and whether that is all of it. */
function fixedStart(pattern: string): { readonly text: string; readonly whole: boolean } {
  const tokens = tokensOf(pattern);
  const end = tokens.findIndex((token) => token === MANY || token === ONE || token.startsWith("${"));
  return { text: tokens.slice(0, end < 0 ? tokens.length : end).join(""), whole: end < 0 };
}

/** The six parts of an ARN are matched one by one: a `*` does not reach over a colon but in the last. */
export function arnCovers(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === "*") return true;
  if (!startsAlike(wide, narrow)) return false;
  const [all, some] = [partsOf(wide), partsOf(narrow)];
  if (all === undefined || some === undefined) return false;
  return all.every((part, at) => covers(part, some[at] ?? ""));
}

/** True when it is certain that no ARN matches both. */
export function arnDisjoint(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === undefined || b === undefined) return false;
  return a.some((part, at) => disjoint(part, b[at] ?? ""));
}

function partsOf(arn: string): readonly string[] | undefined {
  const parts = arn.replace(/\$\{[^}]*\}/g, (name) => name.replaceAll(":", "\u0000")).split(":");
  if (parts.length < 6 || parts[0] !== "arn") return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
