/** `://user:password@`, as it should be written. */
const CREDENTIALS = /:\/\/[^\s/@:]{0,200}:([^\s/@]{1,500})@/g;
/** From the user's name on, and all that may belong to a password with a `/` or `@` in it, or follow it. */
const LAX_CREDENTIALS = /:\/\/([^\s/@:"'<>,]{0,200}):((?:(?!:\/\/)[^\s"'<>,`\\]){1,1000})/g;
/** The port of a host, and what follows it: no password. */
const PORT = /^\d{1,5}(?:[/?#]|$)/;
/** A user's name hardly ever has a dot in it; most hosts' names have. */
const HOST = /\.|^localhost$/;
/** Most signs `@` that are looked at in one URL. */
const MOST_SIGNS = 8;

/**
 * Passwords of the URLs in a text, as they are written there. A password may hold `/` and `@`, although it should not:
 * nobody knows then where it ends, so all that may be one is.
 */
export function passwordsInUrls(text: string): string[] {
  if (!text.includes("@")) return [];
  const plain = [...text.matchAll(CREDENTIALS)].flatMap(([, password = ""]) => password);
  const lax = [...text.matchAll(LAX_CREDENTIALS)].flatMap(([, user = "", rest = ""]) =>
    HOST.test(user) && PORT.test(rest) ? [] : startsOf(rest),
  );
  return [...new Set([...plain, ...lax])];
}

/** What stands before each `@`. */
function startsOf(rest: string): string[] {
  const found: string[] = [];
  for (let at = rest.indexOf("@"); at >= 0 && found.length < MOST_SIGNS; at = rest.indexOf("@", at + 1)) {
    if (at > 0) found.push(rest.slice(0, at));
  }
  return found;
}
