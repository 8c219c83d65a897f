import { isFields, Secret, UNKNOWN, type Value } from "../model";

/** How a value is written in a sentence, as a literal. */
export function shown(value: Value | undefined): string {
  if (value === UNKNOWN) return "(known after apply)";
  if (value instanceof Secret) return "(sensitive)";
  if (isEmpty(value)) return "(none)";
  if (Array.isArray(value)) return value.map((each: Value) => shown(each)).join(", ");
  return typeof value === "object" ? "(a block)" : String(value);
}

/** Null, `""`, `[]` and `{}` are one to most providers: nothing was said. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

/** True when two values mean the same; an unknown one is like no known one. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const [these, those] = [a as readonly Value[], b as readonly Value[]];
    return these.length === those.length && these.every((each, at) => same(each, those[at]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(own(a, key), own(b, key)));
}

const own = (fields: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** True when some part of it is known after the apply only. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some((each: Value) => holdsUnknown(each));
  return isFields(value) && Object.values(value).some(holdsUnknown);
}

/** The strings of a list or a set, sorted; a single one is a list of one. What is no string is written like one. */
export function strings(value: Value | undefined): string[] {
  if (isEmpty(value)) return [];
  return Array.isArray(value) ? value.map((each: Value) => shown(each)).sort() : [shown(value)];
}

/** The number that a value is or, as in configs of Kafka, writes; undefined for anything else. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
    ? Number(value)
    : undefined;
}

/** As {@link isTrue}, and for what is hidden: nobody can say that it is not set. */
export const mayBeTrue = (value: Value | undefined): boolean => isTrue(value) || value instanceof Secret;

/** True for `true`, and for `"true"` as configs of Kafka write it. */
export const isTrue = (value: Value | undefined): boolean => value === true || value === "true";
