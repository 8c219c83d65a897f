import { PostingError } from "./posting-error";

/**
 * The address of the next page, as a `Link` header gives it.
 *
 * @throws PostingError when it is on another host: the token would go there
 */
export function nextPage(link: string | null, base: string): string | undefined {
  for (const part of (link ?? "").split(",")) {
    const [, url] = /^\s*<([^>]*)>(?=.*;\s*rel="?next"?(?:\s|;|$))/.exec(part) ?? [];
    if (url === undefined) continue;
    if (URL.canParse(url) && new URL(url).origin === new URL(base).origin) return url;
    throw new PostingError("server", "the next page of a list is on another host");
  }
  return undefined;
}
