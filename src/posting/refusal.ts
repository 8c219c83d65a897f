import type { PostingProblem } from "./posting-error";

/** What the API refuses, in words. */
export interface Refusal {
  readonly problem: PostingProblem;
  readonly message: string;
}

/** Most characters of what an API says that are shown. */
const SHOWN = 300;

/**
 * What an answer of an API means.
 *
 * @param text the answer's body
 * @param pause milliseconds until the rate limit ends, when it is one
 */
export function refusal(status: number, text: string, pause?: number): Refusal {
  const said = saidIn(text);
  const tail = `${status}${said === "" ? "" : ` (${said})`}`;
  if (status < 500 && pause !== undefined) {
    const seconds = Math.ceil(pause / 1000);
    return {
      problem: "rateLimit",
      message: `${tail}: the rate limit ends in ${seconds} s, which is too long to wait; run it again then`,
    };
  }
  if (/too long/i.test(said) && (status === 422 || status === 400)) {
    return { problem: "tooLong", message: `${tail}: the comment is too long; write a shorter one` };
  }
  if (status === 401) return { problem: "denied", message: `${tail}: the token is not accepted` };
  if (status === 403)
    return {
      problem: "denied",
      message: `${tail}: the token may not do this; posting needs permission to write pull requests`,
    };
  if (status === 404)
    return {
      problem: "missing",
      message: `${tail}: there is no such pull request, or the token may not see it`,
    };
  if (status >= 300 && status < 400) {
    return { problem: "refused", message: `${tail}: it has moved; give the repository's name as it is now` };
  }
  return { problem: status >= 500 ? "server" : "refused", message: tail };
}

/** What the API says of it, in one line: GitHub's `message` with its `errors`, GitLab's `message` or `error`. */
function saidIn(text: string): string {
  const document = parsed(text);
  const said = [document.message, document.errors, document.error]
    .filter((part) => part !== undefined && part !== null)
    .map((part) => (typeof part === "string" ? part : JSON.stringify(part)))
    .join(": ");
  return said
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .slice(0, SHOWN)
    .trim();
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === "object" && document !== null ? (document as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
