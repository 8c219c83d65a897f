import type { Review } from "../model";
import { isNothing } from "./answer";
import { breaksOf } from "./facts/breaks";
import { holds, lossesOf } from "./facts/losses";

/** What a pipeline can be made to fail on. */
export const GATES = ["loss", "breaking", "access", "unknown"] as const;

export type Gate = (typeof GATES)[number];

/** The gates that are closed unless told. */
export const DEFAULT_GATES: readonly Gate[] = ["loss", "breaking"];

/**
 * What the process ends with. A plan that failed, or could not be made at all, is 1 whatever the gates; a gate
 * that is hit gives its number, the worst one first, and `unknown` 1; changes that pass every gate give 2.
 */
export const EXIT_CODES = { nothing: 0, failed: 1, changes: 2, loss: 3, breaking: 4, access: 5 } as const;

/** What decides the exit code. */
export interface Flags {
  readonly changes: boolean;
  readonly unacknowledgedLoss: boolean;
  /** Readers fail, and nobody has acknowledged it. */
  readonly breaking: boolean;
  /** Somebody gains, loses or has other access. */
  readonly access: boolean;
  /** Something was not compared. */
  readonly unknown: boolean;
  /** A plan failed, or the mesh's own rules let nothing be made. */
  readonly failed: boolean;
}

/** What a review holds, whatever is worse beside it. */
export function flagsOf(review: Review): Flags {
  const { stacks, access } = review;
  return {
    changes: !isNothing(review),
    unacknowledgedLoss: lossesOf(review).open > 0,
    breaking: breaksOf(review).open > 0,
    access: access.length > 0 || stacks.some((stack) => holds(stack, "access")),
    unknown: review.gaps.length > 0,
    failed: review.verdict === "planFailed" || stacks.some(({ verdict }) => verdict === "planFailed"),
  };
}

/**
 * The exit code of a review; see {@link EXIT_CODES}.
 *
 * @param failOn the gates that are closed. @default DEFAULT_GATES
 */
export function exitCodeOf(review: Review, failOn: readonly Gate[] = DEFAULT_GATES): number {
  const flags = flagsOf(review);
  if (flags.failed) return EXIT_CODES.failed;
  if (flags.unacknowledgedLoss && failOn.includes("loss")) return EXIT_CODES.loss;
  if (flags.breaking && failOn.includes("breaking")) return EXIT_CODES.breaking;
  if (flags.access && failOn.includes("access")) return EXIT_CODES.access;
  if (flags.unknown && failOn.includes("unknown")) return EXIT_CODES.failed;
  // What the mesh's own rules or Terraform refuse cannot be deployed, whoever accepted the loss itself.
  if (review.findings.some(({ severity }) => severity === "error") || isRefused(review)) {
    return EXIT_CODES.failed;
  }
  return flags.changes ? EXIT_CODES.changes : EXIT_CODES.nothing;
}

const isRefused = ({ stacks }: Review): boolean =>
  stacks.some(({ resources }) => resources.some(({ refused }) => refused));
