import { isList, isRecord, sameJson, type Json } from "../json";

/** What a plan says of which parts are sensitive; undefined when it says nothing. */
export type Mask = Json | undefined;

/** Both masks in one: what either side hides is hidden. Masks that contradict each other hide everything. */
export function union(a: Mask, b: Mask): Mask {
  if (a === undefined || a === false) return b;
  if (b === undefined || b === false) return a;
  if (a === true || b === true) return true;
  // Most resources have the same mask on both sides.
  if (sameJson(a, b)) return a;
  if (isList(a) && isList(b)) {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    return long.map((mask, at) => union(mask, short[at]) ?? false);
  }
  if (isRecord(a) && isRecord(b)) return unionOfRecords(a, b);
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return hides(a) || hides(b) ? true : undefined;
}

function unionOfRecords(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): Mask {
  const keys = Object.keys(b);
  if (keys.length === 0) return a;
  if (Object.keys(a).length === 0) return b;
  const united = new Map<string, Json>(Object.entries(a));
  for (const [key, mask] of Object.entries(b)) united.set(key, union(united.get(key), mask) ?? false);
  return Object.fromEntries(united);
}

/**
 * True when a mask hides the whole of a value. That it does, too, when the mask has not the value's shape: then nobody
 * knows what it means.
 */
export function closes(mask: Mask, value: Json): boolean {
  if (mask === undefined || mask === false) return false;
  if (mask === true) return true;
  if (isList(mask)) return isList(value) ? mask.length < value.length : hides(mask);
  if (isRecord(mask)) return isRecord(value) ? false : hides(mask);
  return true;
}

/** The mask of a part, when the mask does not hide the whole. */
export function maskOf(mask: Mask, step: string | number): Mask {
  if (isList(mask)) return typeof step === "number" ? mask[step] : undefined;
  return isRecord(mask) && typeof step === "string" && Object.hasOwn(mask, step) ? mask[step] : undefined;
}

/** True when anything at all is hidden by it. */
function hides(mask: Mask): boolean {
  if (mask === undefined || mask === false) return false;
  if (isList(mask)) return mask.some(hides);
  return isRecord(mask) ? Object.values(mask).some(hides) : true;
}

const isEmpty = (mask: Json): boolean =>
  isList(mask) ? mask.length === 0 : isRecord(mask) && Object.keys(mask).length === 0;
