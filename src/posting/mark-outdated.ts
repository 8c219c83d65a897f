import type { CommentHost } from "./comment-host";
import { isSameCommit, markerOf, outdated } from "./marker";

/** What the markers of reviews start with. */
export const REVIEW_TOOL = "meshwright:review";

/**
 * Marks every review of an older commit as outdated: for when the newest commit could not be reviewed at all, so that the
 * last comment does not pass for its review.
 *
 * @returns how many comments were marked
 * @throws PostingError
 */
export async function markOutdated(host: CommentHost): Promise<number> {
  const account = (await host.account()).toLowerCase();
  const head = await host.head();
  const old = (await host.comments()).filter(({ author, body }) => {
    const marker = markerOf(body);
    if (author.toLowerCase() !== account || marker?.tool !== REVIEW_TOOL) return false;
    return marker.sha === undefined || !isSameCommit(marker.sha, head);
  });
  const marked = old
    .map(({ id, body }) => ({ id, body, after: outdated(body) }))
    .filter(({ body, after }) => body !== after);
  for (const { id, after } of marked) await host.update(id, after);
  return marked.length;
}
