/** What a JSON document holds; integers too large for a number are bigints. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonRecord;

/** A JSON object. Its keys are its own, `__proto__` as well. */
export interface JsonRecord {
  readonly [key: string]: Json;
}

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The part of a record under a key of its own; undefined for whatever has none. */
export function field(value: Json | undefined, key: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The part under several keys, one below the other. */
export function fieldBelow(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(field, value);
}

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** A list as it is, nothing as an empty one, and what should have been a list as its only element. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** The entries of a record; of anything else, as if its parts had no names. */
export function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (isRecord(value)) return Object.entries(value);
  return listOf(value).map((entry, at) => [`(unnamed ${at + 1})`, entry] as const);
}

/** True when both are the same JSON; the order of keys does not matter. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((element, at) => sameJson(element, b[at]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}
