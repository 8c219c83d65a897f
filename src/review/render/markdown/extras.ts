import type { Review } from "../../model";
import { isUnplanned } from "../facts/title";
import { numeral } from "../facts/words";
import { accessDetails } from "./access";
import { rowsBefore, type Head, type HeadParts } from "./head";
import { bytesOf, folded, type Lines } from "./lines";
import { entriesBefore, findingList, fitting, limitList, listLines, type List } from "./lists";
import { tableLines } from "./table";

/** A folded part that is not about one stack. */
export interface Extra {
  /** What it is, for saying that it was cut. */
  readonly name: string;
  /** As much of it as fits into so many bytes, and whether that is all. */
  readonly within: (bytes: number) => { readonly lines: Lines; readonly isWhole: boolean };
}

/** Room for the tags around a folded part and the line that says how much is left out. */
const AROUND_BYTES = 200;

/** Rows of a table that does not fit in whole. */
const TABLE_LENGTHS = [Number.POSITIVE_INFINITY, 500, 200, 100, 50, 20];

/** What the head had to leave out, and what the rules of the mesh say. */
export function extrasBefore(review: Review, { rows, lists }: HeadParts, { most, least }: Head): Extra[] {
  const hasErrors = review.findings.some(({ severity }) => severity === "error");
  const findings = findingList(review);
  const details = accessDetails(review);
  return [
    ...(rows.length > (least ? most : rowsBefore(most)) ? [tableExtra(rows)] : []),
    ...lists.flatMap((list) => {
      const rest = restOf(list, least ? 0 : entriesBefore(list, most));
      return rest.entries.length === 0 ? [] : [listExtra(rest, false)];
    }),
    ...(details.entries.length === 0 ? [] : [listExtra(details, false)]),
    ...(findings.entries.length > 0 ? [listExtra(findings, hasErrors)] : []),
  ];
}

const CONTINUED = ", continued";

/** What of a list does not stand before the fold: nothing is told twice. */
const restOf = ({ title, entries }: List, shown: number): List => ({
  title: shown === 0 ? title : `${title}${CONTINUED}`,
  entries: entries.slice(shown),
});

/** What goes below the stacks; what is said of plans is of none when there are none. */
export const extrasAfter = (review: Review): Extra[] =>
  review.limits.length > 0 && !isUnplanned(review) ? [listExtra(limitList(review), false)] : [];

function tableExtra(rows: HeadParts["rows"]): Extra {
  const summary = `All ${numeral(rows.length)} domains`;
  return {
    name: "rows of the table",
    within: (bytes) => {
      for (const most of TABLE_LENGTHS) {
        const lines = folded(summary, tableLines(rows, most, true));
        if (bytesOf(lines) <= bytes) return { lines, isWhole: most >= rows.length };
      }
      return { lines: [], isWhole: false };
    },
  };
}

function listExtra(list: List, isOpen: boolean): Extra {
  return {
    name: list.title.replace(CONTINUED, "").toLowerCase(),
    within: (bytes) => {
      const most = fitting(list, bytes - AROUND_BYTES);
      if (most === 0) return { lines: [], isWhole: false };
      const summary = `${list.title} (${numeral(list.entries.length)})`;
      const [, , ...lines] = listLines(list, most, "in the whole report");
      return { lines: folded(summary, lines, isOpen), isWhole: most === list.entries.length };
    },
  };
}
