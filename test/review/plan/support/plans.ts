import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan, type ReadPlan } from "../../../../src/review/plan";
import { Secret, UNKNOWN } from "../../../../src/review/model";

const FOLDER = join(__dirname, "..", "plans");

/** Plans of real engines, trimmed, and ones written by hand in the form of others. */
export const PLANS = readdirSync(FOLDER);

export const planText = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** Reads a plan that is given as an object, or as text. */
export const read = (plan: object | string): ReadPlan =>
  readPlan(bytesOf(typeof plan === "string" ? plan : JSON.stringify(plan)), { stack: "orders" });

/** A plan with these entries in it. */
export const planOf = (...resourceChanges: readonly unknown[]): object => ({
  format_version: "1.2",
  resource_changes: resourceChanges,
});

/** An entry of `resource_changes` for a topic, whatever is said of it. */
export const entry = (change: object, rest: object = {}): object => ({
  address: "kafka_topic.it",
  mode: "managed",
  type: "kafka_topic",
  name: "it",
  provider_name: "registry.terraform.io/mongey/kafka",
  change: { actions: ["update"], before: null, after: null, after_unknown: {}, ...change },
  ...rest,
});

/** Every text that can be reached from a value: keys of maps and objects as well. */
export function textsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === "string") found.push(value);
  else if (typeof value === "bigint" || typeof value === "number") found.push(String(value));
  else if (Array.isArray(value)) for (const element of value) textsIn(element, found);
  else if (value instanceof Map) for (const [key, part] of value) textsIn([key, part], found);
  else if (typeof value === "object" && value !== null && !(value instanceof Secret)) {
    for (const [key, part] of Object.entries(value)) textsIn([key, part], found);
  }
  return found;
}

/** As JSON, with what JSON has no word for. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part === UNKNOWN) return "UNKNOWN";
    if (part instanceof Map) return [...part];
    return typeof part === "bigint" ? part.toString() : part;
  });
