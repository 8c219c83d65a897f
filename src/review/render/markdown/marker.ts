import { createHash } from "node:crypto";
import type { Review } from "../../model";
import { visible } from "../facts/visible";
import { reviewDocument, stackDocument } from "../json/document";

/** What the first line of a comment starts with: a comment is looked for by it, whatever made it. */
export const MARKER = "<!-- meshwright:review";

/**
 * The hidden first line of a comment: what it is about, of which commit, and a digest of all that the review says, of
 * what is left out of the comment as well. The version of the tool is not in it, so that a newer one finds the comment.
 */
export function markerLine(review: Review): string {
  const { id, head } = review;
  const commit = head === undefined ? "" : ` head=${word(head)}`;
  return `${MARKER} id=${word(id)} v1${commit} digest=${digestOf(review)} -->`;
}

/** The start of the first line of every comment about the same. */
export const markerStart = (id: string): string => `${MARKER} id=${word(id)} v1`;

/** The same for reviews that say the same of different commits; taken stack by stack, as there may be many. */
function digestOf({ head: _head, base: _base, command: _command, ...said }: Review): string {
  const hash = createHash("sha256").update(JSON.stringify(reviewDocument({ ...said, stacks: [] })));
  for (const stack of said.stacks) hash.update(JSON.stringify(stackDocument(stack)));
  return hash.digest("hex").slice(0, 16);
}

/** Longest id and commit; a longer one ends in a hash of all of it. */
const MAX_WORD = 150;

/** Nothing that could end a comment, or the word. */
function word(text: string): string {
  const safe = encodeURIComponent(visible(text))
    .replaceAll("%2F", "/")
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("--", "-%2D");
  if (safe.length <= MAX_WORD) return safe;
  return `${safe.slice(0, MAX_WORD)}~${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
