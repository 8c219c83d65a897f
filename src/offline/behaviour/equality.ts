import { UNKNOWN, type Block, type CtyType, type Value } from "../model";
import { elementsOf, elementType, fieldsOf, isFields } from "./values";

/** How strictly to compare: `sdk` takes null for the zero value, as the plugin SDK does. */
export type Strictness = "exact" | "sdk";

/** True when two values of an attribute are the same; the order of sets does not count. */
export const sameAttribute = (type: CtyType, a: Value, b: Value, strictness: Strictness = "exact"): boolean =>
  attributeKey(type, a, strictness) === attributeKey(type, b, strictness);

/** True when two blocks' values are the same. */
export const sameBlock = (block: Block, a: Value, b: Value, strictness: Strictness = "exact"): boolean =>
  blockKey(block, a, strictness) === blockKey(block, b, strictness);

/** A text two values share exactly when they are the same. */
export function attributeKey(type: CtyType, value: Value, strictness: Strictness): string {
  if (value === UNKNOWN) return "?";
  if (strictness === "sdk" && isZero(value)) return "0";
  if (Array.isArray(value)) {
    const keys = value.map((element) => attributeKey(elementType(type), element, strictness));
    return `[${(isSet(type) ? keys.sort() : keys).join()}]`;
  }
  if (isFields(value))
    return objectKey(value, (_name, field) => attributeKey(elementType(type), field, strictness));
  return typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "null");
}

/** As {@link attributeKey}, for a block. */
export function blockKey(block: Block, value: Value, strictness: Strictness): string {
  if (value === UNKNOWN) return "?";
  const fields = fieldsOf(value);
  const attributes = Object.entries(block.attributes).map(
    ([name, { type }]) => `${name}=${attributeKey(type, fields[name] ?? null, strictness)}`,
  );
  const nested = Object.entries(block.blocks).map(([name, { nesting, block: inner }]) => {
    if (fields[name] === UNKNOWN) return `${name}=?`;
    const keys = elementsOf(fields[name]).map((element) => blockKey(inner, element, strictness));
    return `${name}=${(nesting === "set" ? keys.sort() : keys).join()}`;
  });
  return `{${[...attributes, ...nested].sort().join()}}`;
}

/** What the plugin SDK cannot tell from nothing: null, "", 0, false and empty collections. */
export function isZero(value: Value): boolean {
  if (value === null || value === undefined || value === "" || value === false) return true;
  if (typeof value === "number" || typeof value === "bigint") return Number(value) === 0;
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

const isSet = (type: CtyType): boolean => Array.isArray(type) && type[0] === "set";

function objectKey(
  fields: Readonly<Record<string, Value>>,
  keyOf: (name: string, value: Value) => string,
): string {
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(name, fields[name])}`).join()}}`;
}
