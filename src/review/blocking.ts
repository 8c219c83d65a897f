import type { Finding } from "../finding";
import { LOSSES } from "../manifest";

/** A review tells these better than a refusal would: the change is planned, with all it would lose. */
const TOLD_BY_REVIEW = [...LOSSES, "DomainRemoved", "LockMissing"] as const;

/** What is wrong with a mesh that can be made all the same: whoever reviews it sees what it would do besides. */
export const JUDGEMENTS = [
  "ClassificationSharing",
  "ContractClassificationUnknown",
  "ContractKeyMissing",
  "ContractRetentionLong",
  "ContractRetentionShort",
  "ContractServerMismatch",
  "ContractVersionMismatch",
  "InputNotSubscribed",
  "LifecycleInvalid",
  "PiiUnprotected",
  "ResidencyViolation",
  "RetentionInvalid",
  "SharePeriodTooLong",
  "UnknownClassification",
  "UnknownDomain",
  "UnknownProduct",
  "UnknownVersion",
] as const;

const HARMLESS: ReadonlySet<string> = new Set([...TOLD_BY_REVIEW, ...JUDGEMENTS]);

/**
 * The errors with which nothing can be planned.
 *
 * @param complete false when a manifest could not be read: with what it says missing, every error is one of them
 */
export function blockingOf<Each extends Pick<Finding, "severity" | "code">>(
  findings: readonly Each[],
  complete: boolean,
): Each[] {
  return findings.filter(({ severity, code }) => severity === "error" && !(complete && HARMLESS.has(code)));
}
