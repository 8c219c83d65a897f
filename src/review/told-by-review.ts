import type { Finding } from "../finding";
import { LOSSES } from "../manifest";

/** A review tells these better than a refusal would: the change is planned, with all it would lose. */
const TOLD_BY_REVIEW: ReadonlySet<string> = new Set([...LOSSES, "DomainRemoved", "LockMissing"]);

/** True for what a rule says with which nothing can be made of the mesh. */
export const isBlocking = ({ severity, code }: Pick<Finding, "severity" | "code">): boolean =>
  severity === "error" && !TOLD_BY_REVIEW.has(code);
