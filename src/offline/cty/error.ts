import type { Path } from "../model";

/** A value that does not fit its type, or bytes that are no value at all. */
export class CtyError extends Error {
  override readonly name = "CtyError";

  constructor(
    /** Where in the value; empty for the value as a whole. */
    readonly path: Path,
    problem: string,
  ) {
    super(path.length === 0 ? problem : `${renderPath(path)}: ${problem}`);
  }
}

/** A path as Terraform writes one: `rule[0].filter.prefix`. */
export function renderPath(path: Path): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

/** A short name of what a value is, for messages: never the value itself, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Uint8Array) return "bytes";
  if (typeof value === "object") return "an object";
  return typeof value === "boolean" ? "a bool" : `a ${typeof value}`;
}
