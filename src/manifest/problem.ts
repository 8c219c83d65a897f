import type { Problem, SourceRef } from "../finding";
import type { ManifestCode } from "./codes";

/** The parts of a problem that a check words; the rest is where it is. */
export interface Wording {
  readonly message: string;
  readonly value?: string;
  readonly rule?: string;
  readonly fix?: string;
}

/** An error of a known code; every problem of reading is one. Parts that are undefined are left out. */
export function error(code: ManifestCode, at: SourceRef, { message, value, rule, fix }: Wording): Problem {
  return {
    code,
    severity: "error",
    message,
    ...(value === undefined ? {} : { value }),
    ...(rule === undefined ? {} : { rule }),
    ...(fix === undefined ? {} : { fix }),
    at,
  };
}

/** Most characters of a value that are shown. */
const SHOWN = 80;

/**
 * Text as it can stand in any output: characters that are invisible, move the cursor or reorder text are escaped, and so
 * is what looks like another letter; long text is cut.
 */
export function printable(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return cut.replace(/[\p{C}\p{Z}]/gu, (character) => (character === " " ? " " : escaped(character)));
}

/** A value as it can stand in any output; text carries quotes only when `quoted`. */
export function shown(value: unknown, quoted = false): string {
  if (typeof value === "string") return quoted ? `"${printable(value)}"` : printable(value);
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "number" || typeof value === "boolean" ? `${value}` : "fields";
}

/** `orders`, `shares[0].until`: a path as people write it. */
export function placeOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === "number") return `${place}[${step}]`;
    return place === "" ? printable(step) : `${place}.${printable(step)}`;
  }, "");
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
