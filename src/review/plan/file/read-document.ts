import type { Json, JsonRecord } from "../json";
import { utf8Of } from "./decode";
import { parseExactly } from "./parse-json";
import { PlanFileError, type PlanFileProblem } from "./plan-file-error";
import { isSavedPlan, problemOf, problemOfValue, versionProblem } from "./recognise";
import { sectionsOf, type Sections } from "./sections";

/** Bytes; the largest plans known are a tenth of it. */
export const MAX_PLAN_BYTES = 256 * 1024 * 1024;

/** What a plan is read from. The rest of it only repeats, and is not parsed. */
const READ = new Set([
  ...["format_version", "terraform_version", "errored", "complete", "applyable"],
  ...["resource_changes", "resource_drift", "output_changes", "relevant_attributes", "checks"],
  ...["deferred_changes", "action_invocations", "deferred_action_invocations"],
  ...["configuration", "variables"],
]);

/** Of the state before, only data sources hold what is nowhere else. */
const DATA_SOURCE = /"mode":\s*"data"/;

/**
 * The parts of a plan's document that are needed.
 *
 * @throws PlanFileError when it is no plan.
 */
export function readDocument(bytes: Uint8Array, stack: string): JsonRecord {
  const fail = (problem: PlanFileProblem, detail?: string) => new PlanFileError(problem, stack, detail);
  if (bytes.length === 0) throw fail("empty");
  if (bytes.length > MAX_PLAN_BYTES) throw fail("size", `more than ${MAX_PLAN_BYTES / 1024 / 1024} MiB`);
  if (isSavedPlan(bytes)) throw fail("binary");
  const buffer = utf8Of(bytes);
  const start = firstOf(buffer, 0);
  if (start === buffer.length) throw fail("empty");
  if (buffer[start] !== "{".charCodeAt(0)) throw fail(problemWithoutObject(buffer, start));

  const sections = sectionsOf(buffer, start);
  if (typeof sections === "string") throw fail(sections);
  const problem = problemOf(new Set(sections.values.keys()));
  if (problem !== undefined) throw fail(problem);
  const rest = firstOf(buffer, sections.end);
  if (rest !== buffer.length) throw fail("several", place(buffer, rest));

  const document = parsed(buffer, sections, fail);
  const unreadable = versionProblem(document.format_version);
  if (unreadable !== undefined) throw fail("version", unreadable);
  return document;
}

type Fail = (problem: PlanFileProblem, detail?: string) => PlanFileError;

function parsed(buffer: Buffer, { values, hasLongNumbers }: Sections, fail: Fail): JsonRecord {
  const document: Record<string, Json> = {};
  for (const [key, [start, end]] of values) {
    if (!READ.has(key) && key !== "prior_state") continue;
    // Most states hold none, and need not be made into text to know it.
    if (key === "prior_state" && !buffer.subarray(start, end).includes('"data"')) continue;
    const text = buffer.toString("utf8", start, end);
    if (key === "prior_state" && !DATA_SOURCE.test(text)) continue;
    try {
      document[key] = parseExactly(text, hasLongNumbers);
    } catch {
      throw fail("invalid", `in \`${key}\`, which begins at ${place(buffer, start)}`);
    }
  }
  return document;
}

function problemWithoutObject(buffer: Buffer, start: number): PlanFileProblem {
  const first = String.fromCharCode(buffer[start] ?? 0);
  if (!/[[\d"tfn-]/.test(first)) return "text";
  try {
    return problemOfValue(JSON.parse(buffer.toString("utf8")) as Json);
  } catch {
    return first === "[" ? "invalid" : "text";
  }
}

/** Where the next character is that is no white space. */
function firstOf(buffer: Buffer, from: number): number {
  let at = from;
  while (at < buffer.length && [0x20, 0x09, 0x0a, 0x0d].includes(buffer[at] ?? 0)) at++;
  return at;
}

/** For people: `line 3, column 14`. */
function place(buffer: Buffer, offset: number): string {
  const before = buffer.subarray(0, offset).toString("utf8");
  return `line ${before.split("\n").length}, column ${offset === 0 ? 1 : before.length - before.lastIndexOf("\n")}`;
}
