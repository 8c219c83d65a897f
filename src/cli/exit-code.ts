/** What the process says at its end. */
export const EXIT = {
  ok: 0,
  /** The mesh has errors, or what was compared differs. */
  findings: 1,
  /** There was nothing to look at: a wrong argument, a missing file. */
  failed: 2,
} as const;

/** One of {@link EXIT}, or that of a command that was run for the user. */
export type ExitCode = number;
