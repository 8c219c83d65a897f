/** Why tables cannot be built, at a place in the contract or the definition. */
export interface MigrationProblem {
  readonly code:
    | "ContractTableUnknown"
    | "ControlCharacter"
    | "Duplicate"
    | "KeyInvalid"
    | "LimitInvalid"
    | "NameInvalid"
    | "ReferenceUnknown"
    | "TableEmpty"
    | "TypeUnsupported";
  /** For example `["schema", 0, "properties", 2, "name"]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, with the value. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** Everything that is wrong with the tables, at once. */
export class MigrationError extends Error {
  public override readonly name = "MigrationError";

  public constructor(public readonly problems: readonly MigrationProblem[]) {
    super(
      problems
        .map(({ code, path, message, fix }) => `${code} at ${show(path)}: ${message}; ${fix}`)
        .join("\n"),
    );
  }
}

/** One problem, in a list: most checks give none or one. */
export function problem(
  code: MigrationProblem["code"],
  path: MigrationProblem["path"],
  message: string,
  fix: string,
): MigrationProblem[] {
  return [{ code, path, message, fix }];
}

/** A value of the author's as a message may show it: short, on one line, without control characters. */
export function printable(value: string | number): string {
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `'${JSON.stringify(short).slice(1, -1)}'`;
}

const show = (path: MigrationProblem["path"]): string =>
  path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${step}`)).join("");
