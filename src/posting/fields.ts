import { PostingError } from "./posting-error";

/** A part of an answer, by its path; undefined when there is none. */
export function part(document: unknown, ...path: readonly string[]): unknown {
  let here = document;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** @throws PostingError when it is no text */
export function textAt(document: unknown, ...path: readonly string[]): string {
  const found = part(document, ...path);
  if (typeof found === "string") return found;
  throw new PostingError("server", `the answer has no text at '${path.join(".")}'`);
}

/** The text there; empty when there is none. */
export function textOrNone(document: unknown, ...path: readonly string[]): string {
  const found = part(document, ...path);
  return typeof found === "string" ? found : "";
}

/** @throws PostingError when it is no number */
export function numberAt(document: unknown, ...path: readonly string[]): number {
  const found = part(document, ...path);
  if (typeof found === "number") return found;
  throw new PostingError("server", `the answer has no number at '${path.join(".")}'`);
}
