import { PostingError } from "./posting-error";

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** True for a URL that a token may be sent to. */
export function isSecureBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
}

/**
 * The token, without the line end that a secret store may add.
 *
 * @throws PostingError when it cannot be one; a header that is refused would be shown with the token in it
 */
export function tokenOf(text: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new PostingError(
    "input",
    token === "" ? "the token is empty" : "the token holds characters that no token has",
  );
}
