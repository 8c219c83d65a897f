import type { AccessChange, Review } from "../../model";
import { accessLinesOf, accessText, accessWord, type AccessLine } from "../facts/access-lines";
import { numeral } from "../facts/words";
import type { Lines } from "./lines";
import type { List } from "./lists";
import { code, inline } from "./quote";

const SIGNS: Readonly<Record<AccessChange["direction"], string>> = {
  gained: "➕",
  changed: "🔁",
  lost: "➖",
};

/** Who may do what, one line for all that belongs together. */
export const accessEntries = ({ access }: Pick<Review, "access">): Lines[] =>
  accessLinesOf(access).map((line) => [`- ${head(line)}`]);

/** What is behind those lines, each below its own. */
export function accessDetails({ access }: Pick<Review, "access">): List {
  const lines = accessLinesOf(access).filter(({ details }) => details.length > 0);
  return {
    title: "Access in full",
    entries: lines.flatMap(detailEntries),
  };
}

/** Changes within one domain that are told in a comment. */
const MOST_OWN = 10;

/** The line once more, and what is behind it. */
function detailEntries(line: AccessLine): Lines[] {
  const { kind, details } = line;
  const shown = kind === "own" ? details.slice(0, MOST_OWN) : details;
  const rest = details.length - shown.length;
  return shown.map((change, at) => [
    ...(at === 0 ? [`- ${head(line)}`] : []),
    `  - ${detail(change)}`,
    ...(at === shown.length - 1 && rest > 0 ? [`  - and ${numeral(rest)} more, in the whole report`] : []),
  ]);
}

/** What no agreement explains stands out. */
function head(line: AccessLine): string {
  const word = accessWord(line);
  return `${SIGNS[line.direction]} ${line.isUnexplained ? `**${word}**` : word}: ${inline(accessText(line))}`;
}

const detail = ({ sentence, system, stack }: AccessChange): string =>
  `${inline(sentence)} (${inline([system])}${stack === undefined ? "" : `, ${code(stack)}`})`;
