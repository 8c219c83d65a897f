/** A comment as the API gives it. */
export interface HostComment {
  readonly id: number;
  /** Login of who wrote it. */
  readonly author: string;
  readonly body: string;
}

/** One pull request of one host, and what can be done to its comments. */
export interface CommentHost {
  /** Login of the account that posts. */
  readonly account: () => Promise<string>;
  /** The commit at its head, now. */
  readonly head: () => Promise<string>;
  /** All comments, oldest first. */
  readonly comments: () => Promise<readonly HostComment[]>;
  readonly create: (body: string) => Promise<void>;
  readonly update: (id: number, body: string) => Promise<void>;
  readonly remove: (id: number) => Promise<void>;
}
