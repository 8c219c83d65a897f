const SHOWN = 120;

/** Values of a caller as a message shows them: cut, with control characters escaped, in single quotes. */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `'${JSON.stringify(value.slice(0, SHOWN)).slice(1, -1)}'`).join(", ");
}
