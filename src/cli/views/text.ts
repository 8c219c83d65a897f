/** `1 error`, `3 errors`. */
export const counted = (count: number, word: string): string => `${count} ${plural(count, word)}`;

/** The word for that many: `error` for one, `errors` else. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** Text in lines of at most that many characters, broken between words; lines that start with a space stay whole. */
export function wrapped(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    if (line.length <= width || line.startsWith(" ")) return [line];
    const lines = [""];
    for (const word of line.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last === "") lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** `a, b and c`; `none` when there are none. */
export function listed(words: readonly string[], none = "none"): string {
  if (words.length < 2) return words[0] ?? none;
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
