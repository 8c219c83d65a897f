import { isFields, Secret, UNKNOWN, type Value } from "../model";

/**
 * One text for one value, whatever the order of its keys: JSON, but for what is not there (`absent`), not known before
 * the apply (`unknown`) or must not be told (`secret`), which stand without quotes and so are like no string.
 */
export function canonical(value: Value | undefined): string {
  if (value === undefined) return "absent";
  if (value === UNKNOWN) return "unknown";
  if (value instanceof Secret) return "secret";
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map((each: Value) => canonical(each)).join(",")}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${fields.join(",")}}`;
}
