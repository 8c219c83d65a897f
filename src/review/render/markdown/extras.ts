import type { Review } from "../../model";
import { numeral } from "../facts/words";
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
  return [
    ...(rows.length > (least ? most : rowsBefore(most)) ? [tableExtra(rows)] : []),
    ...lists
      .filter((list) => list.entries.length > (least ? 0 : entriesBefore(list, most)))
      .map((list) => listExtra(list, false)),
    ...(review.findings.length > 0 ? [listExtra(findingList(review.findings), hasErrors)] : []),
  ];
}

/** What goes below the stacks. */
export const extrasAfter = (review: Review): Extra[] =>
  review.limits.length > 0 ? [listExtra(limitList(review), false)] : [];

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
    name: list.title.toLowerCase(),
    within: (bytes) => {
      const most = fitting(list, bytes - AROUND_BYTES);
      if (most === 0) return { lines: [], isWhole: false };
      const summary = `${list.title} (${numeral(list.entries.length)})`;
      const [, , ...lines] = listLines(list, most, "in the whole report");
      return { lines: folded(summary, lines, isOpen), isWhole: most === list.entries.length };
    },
  };
}
