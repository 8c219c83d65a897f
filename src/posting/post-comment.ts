import type { CommentHost, HostComment } from "./comment-host";
import { isSameCommit, markerOf, needMarker, outdated } from "./marker";
import { PostingError } from "./posting-error";

/** What is to be posted. */
export interface Posting {
  /** Markdown; starts with a marker. */
  readonly body: string;
  /** The commit that it is about: it is not posted once another one is the head. @default - the marker's, if any */
  readonly head?: string;
  /** Nothing changes: an earlier comment is put right, but none is written. @default false */
  readonly unchanged?: boolean;
  /** Gives a shorter body when the host takes no such long one. */
  readonly shorter?: () => string;
}

/** What was done. */
export type Posted =
  | "created"
  | "updated"
  /** It was there already, word for word. */
  | "same"
  /** Nothing changes, and there is no comment that says otherwise. */
  | "nothing"
  /** The head moved on: what was there is marked as outdated. */
  | "outdated"
  /** The head moved on, and nothing was there to mark. */
  | "tooLate";

/** How often a comment is created when it is not known whether it arrived. */
const CREATE_ATTEMPTS = 3;

/**
 * Makes the one comment of a pull request say this: it is created, or updated where it differs. It is found by its marker
 * at the very start and by its author, so that nobody else's comment is touched.
 *
 * @throws PostingError
 */
export async function postComment(host: CommentHost, posting: Posting): Promise<Posted> {
  const marker = needMarker(posting.body);
  const account = (await host.account()).toLowerCase();
  const own = async (): Promise<HostComment[]> =>
    (await host.comments()).filter(
      ({ author, body }) => author.toLowerCase() === account && markerOf(body)?.key === marker.key,
    );

  const [first, ...others] = await own();
  const about = posting.head ?? marker.sha;
  // As late as can be: the head may move while the comments are read.
  const head = about === undefined ? undefined : await host.head();
  if (about !== undefined && head !== undefined && !isSameCommit(about, head)) {
    return tooLate(host, first, head);
  }

  // Two runs at the same time may have written one each.
  for (const { id } of others) await host.remove(id);
  if (first === undefined) {
    return posting.unchanged === true ? "nothing" : create(host, posting, own);
  }
  if (isSameText(first.body, posting.body)) return "same";
  await orShorter(posting, (body) => host.update(first.id, body));
  return "updated";
}

/** A comment of the newer head is right as it is; an older one must not pass for it. */
async function tooLate(host: CommentHost, comment: HostComment | undefined, head: string): Promise<Posted> {
  if (comment === undefined) return "tooLate";
  const sha = markerOf(comment.body)?.sha;
  const marked = outdated(comment.body);
  if ((sha !== undefined && isSameCommit(sha, head)) || marked === comment.body) return "tooLate";
  await host.update(comment.id, marked);
  return "outdated";
}

/** After an error that says nothing of whether the comment is there, it is looked for before it is sent again. */
async function create(
  host: CommentHost,
  posting: Posting,
  own: () => Promise<readonly HostComment[]>,
): Promise<Posted> {
  for (let attempt = 1; ; attempt++) {
    try {
      await orShorter(posting, host.create);
      return "created";
    } catch (error) {
      const unsure =
        error instanceof PostingError && (error.problem === "server" || error.problem === "network");
      if (!unsure || attempt === CREATE_ATTEMPTS) throw error;
      if ((await own()).length > 0) return "created";
    }
  }
}

async function orShorter({ body, shorter }: Posting, write: (body: string) => Promise<void>): Promise<void> {
  try {
    await write(body);
  } catch (error) {
    if (!(error instanceof PostingError) || error.problem !== "tooLong" || shorter === undefined) throw error;
    const short = shorter();
    needMarker(short);
    await write(short);
  }
}

/** Hosts may change line ends and cut blanks at the end. */
function isSameText(one: string, other: string): boolean {
  const bare = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return bare(one) === bare(other);
}
