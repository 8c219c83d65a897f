import type { Json, JsonRecord } from "../json";
import { textOfFile } from "./decode";
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
 * The same plan without what is never read of it, about half of it; the same bytes when there is no plan in them to
 * make lighter, so that whoever reads them says what is wrong.
 */
export function lightened(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_PLAN_BYTES || isSavedPlan(bytes)) return bytes;
  const text = textOfFile(bytes);
  const start = startOf(text);
  const sections = text[start] === "{" ? sectionsOf(text, start) : "invalid";
  if (typeof sections === "string" || firstOf(text, sections.end) !== text.length) return bytes;
  const parts = [...sections.values].map(([key, [from, to]]) => {
    const section = text.slice(from, to);
    return `${JSON.stringify(key)}:${isRead(key, section) ? section : "null"}`;
  });
  return new TextEncoder().encode(`{${parts.join(",")}}`);
}

const isRead = (key: string, section: string): boolean =>
  READ.has(key) || (key === "prior_state" && DATA_SOURCE.test(section));

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
  const text = textOfFile(bytes);
  const start = startOf(text);
  if (start === text.length) throw fail("empty");
  if (text[start] !== "{") throw fail(problemWithoutObject(text, start));

  const sections = sectionsOf(text, start);
  if (typeof sections === "string") throw fail(sections);
  const problem = problemOf(new Set(sections.values.keys()));
  if (problem !== undefined) throw fail(problem);
  const rest = firstOf(text, sections.end);
  if (rest !== text.length) throw fail("several", place(text, rest));

  const document = parsed(text, sections, fail);
  const unreadable = versionProblem(document.format_version);
  if (unreadable !== undefined) throw fail("version", unreadable);
  return document;
}

type Fail = (problem: PlanFileProblem, detail?: string) => PlanFileError;

function parsed(text: string, { values, hasLongNumbers }: Sections, fail: Fail): JsonRecord {
  const document: Record<string, Json> = {};
  for (const [key, [start, end]] of values) {
    const section = text.slice(start, end);
    if (!isRead(key, section)) continue;
    try {
      document[key] = parseExactly(section, hasLongNumbers);
    } catch {
      throw fail("invalid", `in \`${key}\`, which begins at ${place(text, start)}`);
    }
  }
  return document;
}

function problemWithoutObject(text: string, start: number): PlanFileProblem {
  const first = text.charAt(start);
  if (!/[[\d"tfn-]/.test(first)) return "text";
  try {
    return problemOfValue(JSON.parse(text) as Json);
  } catch {
    return first === "[" ? "invalid" : "text";
  }
}

/** What every plan begins with, at the beginning of a line. */
const BEGINNING = /^\{\s*"format_version"/m;

/** Where the document begins: OpenTofu and wrappers in pipelines write warnings before it to the same place. */
function startOf(text: string): number {
  const first = firstOf(text, 0);
  if (first === text.length || text[first] === "{") return first;
  const found = text.search(BEGINNING);
  return found < 0 ? first : found;
}

/** Where the next character is that is no white space. */
function firstOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\n\r".includes(text.charAt(at))) at++;
  return at;
}

/** For people: `line 3, column 14`. */
function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset === 0 ? 1 : before.length - before.lastIndexOf("\n")}`;
}
