import { isFields, Secret, UNKNOWN, type Text, type Value } from "../model";

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** True for what providers write for "not set": null, an empty text, list or map. */
export function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (isList(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

/** True when both are the same; the order of keys does not matter, and nothing unknown equals anything. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  if (a === b) return true;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((element, at) => sameValue(element, b[at]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** A value in one line, for a structural diff. */
export function valueText(value: Value | undefined): Text {
  if (value === UNKNOWN) return ["(known after apply)"];
  if (value instanceof Secret) return ["(sensitive)"];
  if (typeof value === "string" || typeof value === "bigint") return [{ code: String(value) }];
  return [{ code: JSON.stringify(value ?? null, (_key, part: unknown) => readable(part)) }];
}

function readable(part: unknown): unknown {
  if (part === UNKNOWN) return "(known after apply)";
  if (part instanceof Secret) return "(sensitive)";
  return typeof part === "bigint" ? part.toString() : part;
}
