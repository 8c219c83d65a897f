import type { Review } from "../../model";
import { answerOf } from "../answer";
import { eyesOf, type Eye } from "../facts/eyes";
import { rowsOf, type DomainRow } from "../facts/rows";
import { titleOf } from "../facts/title";
import { numeral } from "../facts/words";
import { eyeLines, fittingEyes, type EyeDetail } from "./eyes";
import { bytesOf, spaced, type Lines } from "./lines";
import { reviewedWords } from "./footer";
import { entriesBefore, ERRORS_TITLE, listLines, listsOf, type List } from "./lists";
import { markerLine } from "./marker";
import { code, inline } from "./quote";
import { failedLines, tableLines, unchangedLines } from "./table";

/** Bytes that everything before the first folded part should fit into; losses may need more. */
export const FOLD_BYTES = 4_000;

/** Bytes that the lists have before the fold, however much there is to look at. */
const LISTS_BYTES = 1_500;

/** How many entries each list may have before the fold, the most first. */
const LIST_LENGTHS = [Number.POSITIVE_INFINITY, 60, 40, 25, 15, 10, 5, 3, 1];

/** Rows of the table that stand before the fold at least. */
const LEAST_ROWS = 8;

/** How many rows stand before the fold, where lists may have `most` entries. */
export const rowsBefore = (most: number): number => Math.max(LEAST_ROWS, most);

/** What stands before the first folded part, and how much of the lists it holds. */
export interface Head {
  readonly lines: Lines;
  /** Entries of each list. */
  readonly most: number;
  /** The lists are left out, for want of room. */
  readonly least: boolean;
}

/** Everything that the head of a comment is made from. */
export interface HeadParts {
  readonly top: Lines;
  readonly rows: readonly DomainRow[];
  readonly review: Review;
  readonly eyes: readonly Eye[];
  readonly lists: readonly List[];
}

/** Marker, title and answer come first, whatever follows. */
export function headParts(review: Review): HeadParts {
  const { icon, words } = titleOf(review);
  const { headline, reasons } = answerOf(review);
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return {
    review,
    top: [
      markerLine(review),
      `## ${icon} ${title} · ${code(review.id)}`,
      "",
      `**${headline}** ${inline(reasons)}.`,
      "",
      // Nobody else has these: what a pull request shows is the commit alone.
      ...(review.uncommitted ? [`This is about ${reviewedWords(review)}.`, ""] : []),
    ],
    rows: rowsOf(review),
    eyes: eyesOf(review),
    lists: listsOf(review),
  };
}

/** The head with as long lists as fit before the fold. */
export function headOf(parts: HeadParts, detail: EyeDetail): Head {
  const eyes = eyesSection(eyeLines(parts.eyes, detail));
  const allowed = Math.max(FOLD_BYTES, bytesOf(parts.top) + bytesOf(eyes) + LISTS_BYTES);
  let head: Head = { lines: [], most: 0, least: false };
  for (const most of LIST_LENGTHS) {
    head = { most, least: false, lines: assembled(parts, eyes, most, false) };
    if (bytesOf(head.lines) <= allowed) break;
  }
  return head;
}

/** The least there is to say besides what has to be looked at, and as much of that as fits. */
export function leastHead(parts: HeadParts, bytes: number): Head {
  const most = 1;
  const without = assembled(parts, [], most, true);
  const { lines, left } = fittingEyes(parts.eyes, bytes - bytesOf(without) - LEFT_BYTES);
  const more = left === 0 ? [] : [`- and ${numeral(left)} more to look at, in the whole report`];
  const head = assembled(parts, eyesSection([...lines, ...more]), most, true);
  return { most, least: true, lines: bytesOf(head) <= bytes ? head : parts.top };
}

/** Room for the title of the section and for what is left out of it. */
const LEFT_BYTES = 150;

function assembled(
  { top, rows, review, lists }: HeadParts,
  eyes: Lines,
  most: number,
  least: boolean,
): Lines {
  const failed = failedLines(review, Math.max(most, least ? 3 : 10));
  const told = least ? [] : lists;
  const errors = told.filter(({ title }) => title === ERRORS_TITLE);
  const linesOf = (list: List): Lines => listLines(list, entriesBefore(list, most), "further down");
  return [
    ...top,
    ...spaced([
      ...errors.map(linesOf),
      tableLines(rows, least ? most : rowsBefore(most), least),
      failed,
      unchangedLines(review.unchanged),
      eyes,
      ...told.filter((list) => !errors.includes(list)).map(linesOf),
    ]),
  ];
}

const eyesSection = (lines: Lines): Lines =>
  lines.length === 0 ? [] : ["**What needs your eyes**", "", ...lines];
