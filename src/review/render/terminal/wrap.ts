/** What colours a text and takes no room. */
const COLOUR = /\u001b\[[0-9;]*m/g;

const widthOf = (text: string): number => text.replace(COLOUR, "").length;

/** Lines narrower than this are no use to anybody. */
const LEAST_COLUMNS = 40;

/**
 * Lines broken between words so that they fit, what goes on indented by two more.
 *
 * @param columns undefined for as wide as they are: what goes to a file or a pipe is looked through by line
 */
export function wrapped(lines: readonly string[], columns: number | undefined): string[] {
  if (columns === undefined || columns < LEAST_COLUMNS) return [...lines];
  return lines.flatMap((line) => (widthOf(line) <= columns ? [line] : broken(line, columns)));
}

function broken(line: string, columns: number): string[] {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const hanging = `${indent}  `;
  const found: string[] = [];
  let here = indent;
  for (const word of line.slice(indent.length).split(" ")) {
    const start = found.length === 0 ? indent : hanging;
    if (here === start) here += word;
    else if (widthOf(here) + 1 + widthOf(word) <= columns) here += ` ${word}`;
    else {
      found.push(here);
      here = `${hanging}${word}`;
    }
  }
  return [...found, here];
}
