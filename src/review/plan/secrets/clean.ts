import { UNKNOWN, type Value } from "../../model";
import { isList, isRecord, type Json, type JsonRecord } from "../json";
import type { Hiding } from "./hiding";
import { isIdentityAttribute } from "./public-words";
import type { Vault } from "./vault";

/**
 * A value as it may be shown: secrets are taken out, and what is known after the apply only is put in. Parts in which
 * nothing is hidden or unknown stay the very objects they were.
 *
 * @param unknown the plan's `after_unknown` for it
 * @param attribute whose value it is, or part of it
 */
export function clean(
  value: Json | undefined,
  hiding: Hiding,
  vault: Vault,
  unknown: Json | undefined = undefined,
  attribute = "",
): Value {
  if (unknown === true || (isScalar(unknown) && unknown !== false)) return UNKNOWN;
  if (value === undefined || value === null)
    return hasUnknown(unknown) ? unknownPart(unknown, hiding, vault) : null;
  if (hiding.closes(value)) return vault.secretFor(value);
  if (isList(value)) return cleanList(value, hiding, vault, unknown, attribute);
  if (isRecord(value)) return cleanRecord(value, hiding, vault, unknown);
  if (hasUnknown(unknown)) return UNKNOWN;
  return cleanScalar(value, vault, attribute);
}

function cleanScalar(value: string | number | bigint | boolean, vault: Vault, attribute: string): Value {
  if (typeof value === "string") {
    if (!vault.hides(value)) return value;
    return isIdentityAttribute(attribute) && vault.isPublic(value) ? value : vault.secretFor(value);
  }
  if (typeof value === "boolean") return value;
  return vault.hidesNumber(value) ? vault.secretFor(value) : value;
}

function cleanList(
  list: readonly Json[],
  hiding: Hiding,
  vault: Vault,
  unknown: Json | undefined,
  attribute: string,
): Value {
  if (isRecord(unknown) && hasUnknown(unknown)) return UNKNOWN;
  const marks = isList(unknown) ? unknown : [];
  const length = Math.max(list.length, marks.length);
  const cleaned = Array.from({ length }, (_, at) =>
    clean(list[at], hiding.element(at), vault, marks[at], attribute),
  );
  return length === list.length && cleaned.every((element, at) => element === list[at]) ? list : cleaned;
}

function cleanRecord(record: JsonRecord, hiding: Hiding, vault: Vault, unknown: Json | undefined): Value {
  if (isList(unknown) && hasUnknown(unknown)) return UNKNOWN;
  const marks = isRecord(unknown) ? unknown : undefined;
  const changed = new Map<string, Value>();
  let hasSecretKeys = false;
  for (const key in record) {
    const part = record[key] ?? null;
    const mark = marks !== undefined && Object.hasOwn(marks, key) ? marks[key] : undefined;
    const shown = clean(part, hiding.field(key, part, record), vault, mark, key);
    if (shown !== part) changed.set(key, shown);
    if (vault.key(key) !== key) hasSecretKeys = true;
  }
  for (const key in marks) {
    const mark = marks[key];
    if (Object.hasOwn(record, key) || !hasUnknown(mark)) continue;
    changed.set(key, unknownPart(mark, hiding.field(key, null), vault));
    if (vault.key(key) !== key) hasSecretKeys = true;
  }
  if (changed.size === 0 && !hasSecretKeys) return record;
  const cleaned: Record<string, Value> = { ...(record as Record<string, Value>) };
  for (const [key, value] of changed) put(cleaned, key, value);
  return hasSecretKeys
    ? Object.fromEntries(Object.entries(cleaned).map(([key, value]) => [vault.key(key), value]))
    : cleaned;
}

/** Sets a property of its own: the keys of a plan may be anything, `__proto__` too. */
function put(record: Record<string, Value>, key: string, value: Value): void {
  if (key !== "__proto__") record[key] = value;
  else Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Something of which the plan says no more than that some of it is unknown. */
function unknownPart(unknown: Json | undefined, hiding: Hiding, vault: Vault): Value {
  if (!isRecord(unknown)) return UNKNOWN;
  return cleanRecord({}, hiding, vault, unknown);
}

/** True when any part is unknown. */
export function hasUnknown(unknown: Json | undefined): boolean {
  if (isList(unknown)) return unknown.some(hasUnknown);
  if (isRecord(unknown)) return Object.values(unknown).some(hasUnknown);
  return unknown !== undefined && unknown !== null && unknown !== false;
}

const isScalar = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && typeof value !== "object";
