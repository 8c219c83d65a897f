import { isSameCommit, needMarker } from "./marker";
import { PostingError } from "./posting-error";

/** What is known for sure of a comment that somebody else's code wrote. */
export interface Expected {
  /** Id of the marker: `shop/prod`. */
  readonly id: string;
  /** The commit that the code ran at, as the host says. */
  readonly head: string;
}

/** Most bytes of a comment that is taken from somebody else's code. */
export const MAX_UNTRUSTED_BYTES = 65_000;

/** The elements that a review is written with; nothing else is let through. */
const ELEMENTS = "details|summary|table|thead|tbody|tr|th|td|code|pre|b|strong|em|sub|sup|br|hr|ul|ol|li|p";
const OTHER_MARKUP = new RegExp(`<(?!/?(?:${ELEMENTS})\\s*>|details open>|br\\s*/>)`, "gi");

const NOTICE =
  "> [!NOTE]\n> Made by a run of the pull request's own code, so that code decides what it says. Do not merge on it alone.\n\n";

/**
 * A comment of a pull request's own code, made fit to be posted under the name of a trusted account: it is what it should
 * be, it says where it comes from, and it can mention nobody, show no picture and hide no link.
 *
 * @throws PostingError when it is too long, or is about something else
 */
export function tamed(body: string, { id, head }: Expected): string {
  if (Buffer.byteLength(body) > MAX_UNTRUSTED_BYTES) {
    throw new PostingError("tooLong", `the comment has more than ${MAX_UNTRUSTED_BYTES} bytes`);
  }
  const marker = needMarker(body);
  if (marker.id !== id) {
    throw new PostingError("input", `the comment is marked for '${marker.id}', expected '${id}'`);
  }
  if (marker.sha === undefined || marker.sha.length < 7 || !isSameCommit(marker.sha, head)) {
    throw new PostingError("input", `the comment is about commit ${marker.sha ?? "none"}, expected ${head}`);
  }
  const end = body.indexOf("-->") + "-->".length;
  return `${body.slice(0, end)}\n${NOTICE}${harmless(body.slice(end).replace(/^\s+/, ""))}`;
}

/** A character of no width, so that the text looks the same and means nothing. */
const BREAK = "\u200b";

/** Each mark that a forge would make something of; entities could spell the others. */
const ACTIVE = [
  OTHER_MARKUP,
  /&(?!(?:lt|gt|amp|quot);)/g,
  /@(?=\w)/g,
  /!(?=\[)/g,
  /\](?=[([:])/g,
  /#(?=\d)/g,
  // GitLab does what such a line says.
  /^[ \t]*\/(?=\w)/gm,
];

function harmless(text: string): string {
  return ACTIVE.reduce((safe, mark) => safe.replaceAll(mark, (found) => `${found}${BREAK}`), text);
}
