import { fieldBelow, isRecord, type Json } from "../json";
import type { PlanFileProblem } from "./plan-file-error";

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** True for the zip archive that `terraform plan -out` writes. */
export const isSavedPlan = (bytes: Uint8Array): boolean => ZIP.every((byte, at) => bytes[at] === byte);

/** A top-level key that tells what a document is, when it is no plan. */
interface Sign {
  readonly has: readonly string[];
  readonly problem: PlanFileProblem;
}

/** First match wins. */
const SIGNS: readonly Sign[] = [
  { has: ["encrypted_data"], problem: "encrypted" },
  { has: ["@level", "@message"], problem: "events" },
  { has: ["@message", "type"], problem: "events" },
  { has: ["provider_schemas"], problem: "schema" },
  { has: ["error_count", "valid"], problem: "validation" },
  { has: ["serial", "lineage"], problem: "state" },
  { has: ["version", "resources", "terraform_version"], problem: "state" },
  { has: ["format_version", "values"], problem: "state" },
  { has: ["//", "terraform"], problem: "configuration" },
  { has: ["resource"], problem: "configuration" },
  { has: ["provider"], problem: "configuration" },
  { has: ["terraform"], problem: "configuration" },
];

/** Keys that only a plan has, whatever it is that changes. */
const PLAN_KEYS = ["planned_values", "resource_changes", "output_changes", "configuration", "applyable"];

/** What a document with these keys at its top is, when it is no plan; undefined for a plan. */
export function problemOf(keys: ReadonlySet<string>): PlanFileProblem | undefined {
  if (keys.has("format_version") && PLAN_KEYS.some((key) => keys.has(key))) return undefined;
  return (
    SIGNS.find(({ has }) => has.every((key) => keys.has(key)))?.problem ??
    (isEmptyState(keys) ? "state" : "other")
  );
}

/** `terraform show -json` without any state says its format and nothing else. */
const isEmptyState = (keys: ReadonlySet<string>): boolean =>
  keys.has("format_version") &&
  [...keys].every((key) => ["format_version", "terraform_version"].includes(key));

/** Undefined when the program can read that format. */
export function versionProblem(version: Json | undefined): string | undefined {
  const text = typeof version === "number" ? String(version) : version;
  if (typeof text !== "string") return "it is not a version";
  const found = /^(\d{1,6})\.\d{1,6}$/.exec(text) ?? /^(\d{1,6})$/.exec(text);
  if (found === null) return "it is not a version";
  return Number(found[1]) <= 1 ? undefined : `it is ${text}`;
}

/** What a JSON value is that is no object; the elements of a list of events are events as well. */
export function problemOfValue(value: Json): PlanFileProblem {
  const first = Array.isArray(value) ? (value as readonly Json[])[0] : undefined;
  return isRecord(first) && fieldBelow(first, "@message") !== undefined ? "events" : "other";
}
