/** Columns as wide as their widest cell, two spaces apart, without spaces at the ends of lines. */
export function table(rows: readonly (readonly string[])[], options: TableOptions = {}): string[] {
  const { indent = 0, right = [], paint = (cell: string) => cell } = options;
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  }
  return rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      const padded = right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      return cell === "" ? padded : padded.replace(cell, () => paint(cell, column, at));
    });
    return `${" ".repeat(indent)}${cells.join("  ")}`.trimEnd();
  });
}

/** How a table looks. */
export interface TableOptions {
  /** Spaces before every line. @default 0 */
  readonly indent?: number;
  /** Columns that stand at the right, counted from 0. @default - none */
  readonly right?: readonly number[];
  /** Colours a cell; its width is that of the bare text. @default - nothing is coloured */
  readonly paint?: (cell: string, column: number, row: number) => string;
}
