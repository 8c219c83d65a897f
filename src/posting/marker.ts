import { PostingError } from "./posting-error";

/** The hidden first line of a comment. */
export interface Marker {
  /** `meshwright:review id=shop/prod`: what one comment is found by. It holds no version and no commit. */
  readonly key: string;
  /** `meshwright:review`. */
  readonly tool: string;
  readonly id: string;
  /** The commit that the comment is about. */
  readonly sha?: string;
}

const MARKER = /^<!-- ([a-z][a-z0-9:-]*) id=(\S+)((?: [^\s<>]+)*) -->/;

/** The marker that a body starts with; anywhere else it counts for nothing, since anybody may quote it. */
export function markerOf(body: string): Marker | undefined {
  const [, tool, id, rest = ""] = MARKER.exec(body) ?? [];
  if (tool === undefined || id === undefined) return undefined;
  const sha = / (?:head|sha)=([0-9a-f]{7,64})(?= |$)/.exec(rest)?.[1];
  return { key: `${tool} id=${id}`, tool, id, ...(sha === undefined ? {} : { sha }) };
}

/**
 * As {@link markerOf}, of a body that is to be posted.
 *
 * @throws PostingError when the body has none: it would be posted again and again
 */
export function needMarker(body: string): Marker {
  const marker = markerOf(body);
  if (marker !== undefined) return marker;
  throw new PostingError(
    "input",
    "the comment does not start with a marker such as '<!-- meshwright:review id=shop/prod v1 -->', so it could not be found again; write it with meshwright review --format markdown",
  );
}

/** True when two commits are one, either of them perhaps shortened. */
export function isSameCommit(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The notice of a comment about a commit that is not the head any more. */
const OUTDATED =
  "> [!WARNING]\n> **Outdated**: new commits came since; what follows is about an older one.\n\n";

/** The body with the notice below its marker; the same body when it has it already. */
export function outdated(body: string): string {
  const end = body.indexOf("\n") + 1;
  if (end === 0) return `${body}\n${OUTDATED}`;
  return body.startsWith(OUTDATED, end) ? body : `${body.slice(0, end)}${OUTDATED}${body.slice(end)}`;
}
