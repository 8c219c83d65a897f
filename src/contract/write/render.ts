import { stringify, type Scalar } from "yaml";

const OPTIONS = { lineWidth: 0, blockQuote: false } as const;

/** One value on one line, as it can stand inside `{}` and `[]`. */
export function renderFlow(value: unknown): string {
  return stringify([value], { ...OPTIONS, collectionStyle: "flow" })
    .trim()
    .slice(1, -1)
    .trim();
}

/** A value as lines, the first one without indentation. */
export function renderBlock(value: unknown, indent: number, eol: string): string {
  return stringify(value, OPTIONS)
    .trimEnd()
    .split("\n")
    .join(eol + " ".repeat(indent));
}

/** True for what goes on the line of its key. */
export function isInline(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.keys(value).length === 0;
}

/** A scalar in the quotes of the one it replaces; numbers and the like stay bare. */
export function renderScalar(value: unknown, formerType: Scalar.Type | undefined, inFlow: boolean): string {
  if (typeof value === "string" && (formerType === "QUOTE_DOUBLE" || formerType === "QUOTE_SINGLE")) {
    return stringify(value, { ...OPTIONS, defaultStringType: formerType }).trimEnd();
  }
  return inFlow ? renderFlow(value) : renderBlock(value, 0, "\n");
}
