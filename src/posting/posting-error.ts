/** What kept a comment from being posted. */
export type PostingProblem =
  /** What was asked for makes no sense: no marker, a base URL without TLS. */
  | "input"
  /** The token is not accepted, or may not do this. */
  | "denied"
  /** There is no such pull request, or the token may not see it. */
  | "missing"
  | "rateLimit"
  | "tooLong"
  /** The API is down or said something that is no answer. */
  | "server"
  | "network"
  /** Anything else the API refuses. */
  | "refused";

/** A comment was not posted. The token is in no message. */
export class PostingError extends Error {
  constructor(
    readonly problem: PostingProblem,
    message: string,
  ) {
    super(message);
    this.name = "PostingError";
  }
}
