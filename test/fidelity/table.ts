/** One line per pair. */
export interface Row {
  readonly pair: string;
  readonly engine: string;
  readonly real: string;
  readonly verdict: string;
}

const HEAD: Row = { pair: "pair", engine: "engine", real: "real", verdict: "" };

/** Rows in columns. */
export function table(rows: readonly Row[]): string {
  const all = [HEAD, ...rows];
  const width = (name: keyof Row) => Math.max(...all.map((row) => row[name].length));
  const widths = { pair: width("pair"), engine: width("engine"), real: width("real") };
  const lines = all.map(({ pair, engine, real, verdict }) =>
    [pair.padEnd(widths.pair), engine.padEnd(widths.engine), real.padEnd(widths.real), verdict]
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}
