import type { Review } from "../../model";
import { EYE_DETAILS, type EyeDetail } from "./eyes";
import { extrasAfter, extrasBefore, type Extra } from "./extras";
import { footerLines, longestNotice, noticeLines } from "./footer";
import { headOf, headParts, leastHead, type Head, type HeadParts } from "./head";
import { bytesOf, textOf, type Lines } from "./lines";
import { stacksPart } from "./stacks";

/** Bytes of UTF-8 that a comment may have; forges take 65,536 characters. */
export const DEFAULT_LIMIT = 65_000;

/** How a review is rendered. */
export interface MarkdownOptions {
  /** Most bytes of UTF-8; the answer alone needs about 2,000. @default DEFAULT_LIMIT */
  readonly limit?: number;
}

/** The part of the limit that the head may take, by how much it says of what has to be looked at. */
const HEAD_SHARES = { full: 0.25, short: 0.25, byStack: 0.4, bySentence: 1 } as const satisfies Record<
  EyeDetail,
  number
>;

/** The part of what is left that one extra may take. */
const EXTRA_SHARE = 0.4;

/** A review as one comment for a pull request: the answer first, details folded, never longer than the limit. */
export function renderMarkdown(review: Review, { limit = DEFAULT_LIMIT }: MarkdownOptions = {}): string {
  const parts = headParts(review);
  const footer = footerLines(review, parts.rows.length > 0);
  const room = limit - bytesOf(footer) - bytesOf(longestNotice(review));
  const head = headWithin(parts, room);
  const before = fitted(extrasBefore(review, parts, head), room - bytesOf(head.lines));
  const after = fitted(extrasAfter(review), before.free);
  const stacks = stacksPart(review.stacks, after.free);
  const lines = [
    ...[...head.lines, ...before.lines, ...stacks.lines, ...after.lines],
    ...noticeLines(stacks.shortened, [...before.cut, ...after.cut], review.command),
    ...footer,
  ];
  return textOf(lines);
}

/** In full while there is room for the rest; each thing to look at is in it even in the fewest words, if it can be. */
function headWithin(parts: HeadParts, room: number): Head {
  for (const detail of EYE_DETAILS) {
    const head = headOf(parts, detail);
    if (bytesOf(head.lines) <= room * HEAD_SHARES[detail]) return head;
  }
  return leastHead(parts, room);
}

function fitted(extras: readonly Extra[], room: number): { lines: Lines; cut: string[]; free: number } {
  const lines: string[] = [];
  const cut: string[] = [];
  let free = room;
  for (const { name, within } of extras) {
    const found = within(free * EXTRA_SHARE);
    if (!found.isWhole) cut.push(name);
    lines.push(...found.lines);
    free -= bytesOf(found.lines);
  }
  return { lines, cut, free };
}
