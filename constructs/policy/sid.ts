import { createHash } from "node:crypto";

/**
 * A kebab-case name as one word for a statement's `Sid`, which takes letters and digits only: `order-placed` becomes
 * `OrderPlaced`.
 *
 * Different names never give the same word. Where a part starts with a digit, so that it cannot be capitalised, a hash
 * is put before the word; it starts with a digit, which no other word does.
 */
export function sidWord(name: string): string {
  const parts = name.split("-");
  const readable = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  return parts.some((part) => /^\d/.test(part)) ? `0${hashOf(name)}${readable}` : readable;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
