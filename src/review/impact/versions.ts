import type { Compatibility } from "../../contract";
import type { ProductReview } from "../model";

/** By how much a version was raised; `none` for one that was lowered. */
export function raisedBy(before: string, after: string): ProductReview["declared"] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const at = STEPS.findIndex((_, index) => was[index] !== is[index]);
  return (is[at] ?? 0) > (was[at] ?? 0) ? (STEPS[at] ?? "none") : "none";
}

/** The version that a minor change asks for at least. */
export function nextMinor(version: string): string {
  const [major = 1, minor = 0] = partsOf(version);
  return `${major}.${minor + 1}.0`;
}

/** True when a version was raised by enough. */
export const isRaisedEnough = (declared: ProductReview["declared"], needed: Compatibility): boolean =>
  needed === "none" || declared === "major" || (needed === "minor" && declared === "minor");

const STEPS = ["major", "minor", "patch"] as const;

const partsOf = (version: string): readonly number[] => version.split(".").map(Number);
