import { longestRun } from "./quote";

/** Lines of Markdown that belong together; a block never ends inside a fence or a tag. */
export type Lines = readonly string[];

/** Bytes of UTF-8 that lines take, each with its line break. */
export function bytesOf(lines: Lines): number {
  let bytes = lines.length;
  for (const line of lines) bytes += Buffer.byteLength(line);
  return bytes;
}

/** Lines of code between fences longer than any run of backticks in them. */
export function fenced(lines: Lines, language: string): string[] {
  let longest = 2;
  for (const line of lines) longest = Math.max(longest, longestRun(line));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}

/** Lines that can be folded away; `summary` is HTML. */
export function folded(summary: string, lines: Lines, isOpen = false): string[] {
  return [
    `<details${isOpen ? " open" : ""}><summary>${summary}</summary>`,
    "",
    ...lines,
    "",
    "</details>",
    "",
  ];
}

/** Blocks with an empty line between them; those without lines are left out. */
export function spaced(blocks: readonly Lines[]): string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block) => [...block, ""]);
}

/** Text of lines with no more than one empty line in a row, but for those inside a fence. */
export function textOf(lines: Lines): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const opened: string | undefined = fence === undefined ? /^`{3,}/.exec(line)?.[0] : undefined;
    if (fence === undefined && line === "" && kept.at(-1) === "") continue;
    if (opened !== undefined) fence = opened;
    else if (line === fence) fence = undefined;
    kept.push(line);
  }
  return `${kept.join("\n").trimEnd()}\n`;
}
