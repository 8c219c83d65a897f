/** `1 error`, `3 errors`. */
export const counted = (count: number, word: string): string => `${count} ${plural(count, word)}`;

/** The word for that many: `error` for one, `errors` else. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** `a, b and c`; `none` when there are none. */
export function listed(words: readonly string[], none = "none"): string {
  if (words.length < 2) return words[0] ?? none;
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
