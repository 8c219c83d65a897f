import { say, VERDICTS, type Text, type Verdict } from "../../model";
import { naturally } from "./order";

/** `1 stack`, `3 stacks`; thousands have commas. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numeral(count)} ${count === 1 ? one : many}`;

/** `1,234`, on every machine. */
export const numeral = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** `⛔ data loss`. */
export const verdictWords = (verdict: Verdict): string =>
  `${VERDICTS[verdict].icon} ${VERDICTS[verdict].words}`;

/** `` `a`, `b` and 93 more ``: names as literals, no more of them than `most`. */
export function someOf(names: readonly string[], most: number): Text {
  const sorted = [...names].sort(naturally);
  const shown = sorted.slice(0, sorted.length <= most + 1 ? sorted.length : most);
  const rest = sorted.length - shown.length;
  return shown.flatMap((name, at): Text => {
    const isLast = at === shown.length - 1;
    const separator = at === 0 ? "" : isLast && rest === 0 ? " and " : ", ";
    return say`${[separator]}${name}${[isLast && rest > 0 ? ` and ${numeral(rest)} more` : ""]}`;
  });
}
