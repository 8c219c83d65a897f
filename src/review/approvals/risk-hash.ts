import { createHash } from "node:crypto";
import type { PlannedLoss } from "./losses-of";

const DIGITS = 16;

/**
 * `loss:0123456789abcdef`: the same for the same losses of the same stack in the same environment, in whatever order,
 * and for nothing else. An acceptance in one environment is none in another.
 */
export function riskHash(
  { environment, stack }: { readonly environment: string; readonly stack: string },
  losses: readonly Pick<PlannedLoss, "facts">[],
): string {
  const facts = losses.map((loss) => loss.facts).sort();
  const text = JSON.stringify([environment, stack, facts]);
  return `loss:${createHash("sha256").update(text).digest("hex").slice(0, DIGITS)}`;
}
