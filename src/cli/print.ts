import type { Io } from "./io";

/** The escape sequences of {@link Style}, or a character that moves the cursor, hides or reorders text. */
const UNSAFE = /\u001b\[[0-9]{1,2}m|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Writes lines. Whatever a manifest says reaches the terminal as text: every character that a terminal would act on is
 * written as an escape, which is the same text for a reader of JSON.
 */
export function print({ stdout }: Pick<Io, "stdout">, lines: readonly string[]): void {
  if (lines.length > 0) stdout(lines.map((line) => `${printable(line)}\n`).join(""));
}

/** As {@link print}, on the other stream: what is no part of the answer. */
export function printError({ stderr }: Pick<Io, "stderr">, lines: readonly string[]): void {
  print({ stdout: stderr }, lines);
}

/** Writes a document as JSON, two spaces per level. */
export function printJson(io: Pick<Io, "stdout">, document: object): void {
  print(io, JSON.stringify(document, undefined, 2).split("\n"));
}

function printable(line: string): string {
  return line.replace(UNSAFE, (found) =>
    found.startsWith("\u001b[")
      ? found
      : Array.from({ length: found.length }, (_, at) => escaped(found.charCodeAt(at))).join(""),
  );
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;
