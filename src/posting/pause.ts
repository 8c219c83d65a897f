import { PostingError } from "./posting-error";

/** What has to be known to say when to try again. */
export interface Attempt {
  /** From zero. */
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
}

/** The least wait for a limit that does not say how long it lasts, in milliseconds. */
const UNSAID = 60_000;

/** Milliseconds until a request that failed is worth another try; undefined when it is not. */
export function pauseOf(
  answer: Response | PostingError,
  { attempt, now, repeatable }: Attempt,
): number | undefined {
  const growing = 1000 * 2 ** attempt;
  if (answer instanceof PostingError) return repeatable ? growing : undefined;
  // What was refused for its rate was not done: it may be sent again, whatever it is.
  if (isRateLimit(answer)) return limitEnds(answer.headers, now) ?? UNSAID;
  return answer.status >= 500 && repeatable ? growing : undefined;
}

/** GitHub says 403 both for a limit and for a missing permission; only the limit has one of these headers. */
function isRateLimit({ status, headers }: Response): boolean {
  if (status === 429) return true;
  return status === 403 && (headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0");
}

function limitEnds(headers: Headers, now: number): number | undefined {
  const after = seconds(headers.get("retry-after"));
  if (after !== undefined) return after * 1000;
  const reset = seconds(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset"));
  // A second more, for clocks that differ.
  return reset === undefined ? undefined : Math.max(0, reset * 1000 - now) + 1000;
}

function seconds(text: string | null): number | undefined {
  return text !== null && /^[0-9]{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}
