/** How much a finding weighs: an error stops every output, a warning is shown, a note informs. */
export type Severity = "error" | "warning" | "note";

/** A place in a YAML file by its path of keys and indexes; its line is looked up only when it has to be shown. */
export interface SourceRef {
  /** Relative to the mesh's root, with `/`. */
  readonly file: string;
  /** For example `["ports", "topic", "partitions"]`; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  /** Point at the key itself rather than at its value, as for an unknown field. */
  readonly onKey?: boolean;
  /** Known already, as for a syntax error, where there is no path to look up. */
  readonly position?: Position;
}

/** Counted from 1; columns in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong, before its line is looked up. */
export interface Problem {
  /** Stable: documented, tested, and what a machine filters by. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The offending value as it should be shown; secrets are redacted before they get here. */
  readonly value?: string;
  /** What is allowed. */
  readonly rule?: string;
  /** What to do. */
  readonly fix?: string;
  readonly at: SourceRef;
}

/** A problem with its place in the file. */
export interface Finding extends Problem {
  readonly position: Position;
}
