import type { Value } from "../model";
import type { GroupRule, ValueRule } from "./model";
import { isSet, isUnknown } from "./read";

/*
 * The checks of the plugin SDK in its own words: helper/validation and
 * helper/schema of hashicorp/terraform-plugin-sdk v2.
 */

const quoted = (values: readonly string[]): string => `[${values.map((value) => `"${value}"`).join(" ")}]`;

/** One of these strings, exactly. */
export const oneOf = (path: string, ...values: readonly string[]): ValueRule => ({
  path,
  problem: (value, name) =>
    typeof value === "string" && !values.includes(value)
      ? `expected ${name} to be one of ${quoted(values)}, got ${value}`
      : undefined,
});

/** One of these numbers. */
export const oneOfNumbers = (path: string, ...values: readonly number[]): ValueRule => ({
  path,
  problem: (value, name) =>
    isNumber(value) && !values.includes(Number(value))
      ? `expected ${name} to be one of [${values.join(" ")}], got ${String(value)}`
      : undefined,
});

/** A number of at least `min`. */
export const atLeast = (path: string, min: number): ValueRule => ({
  path,
  problem: (value, name) =>
    isNumber(value) && value < min
      ? `expected ${name} to be at least (${min}), got ${String(value)}`
      : undefined,
});

/** A number from `min` to `max`. */
export const between = (path: string, min: number, max: number): ValueRule => ({
  path,
  problem: (value, name) =>
    isNumber(value) && (value < min || value > max)
      ? `expected ${name} to be in the range (${min} - ${max}), got ${String(value)}`
      : undefined,
});

/** A text of `min` to `max` characters. */
export const lengthBetween = (path: string, min: number, max: number): ValueRule => ({
  path,
  problem: (value, name) =>
    typeof value === "string" && (value.length < min || value.length > max)
      ? `expected length of ${name} to be in the range (${min} - ${max}), got ${value}`
      : undefined,
});

/** A text of the given form; `message` is the provider's. */
export const matching = (path: string, form: RegExp, message: string): ValueRule => ({
  path,
  problem: (value, name) =>
    typeof value === "string" && !form.test(value) ? `invalid value for ${name} (${message})` : undefined,
});

/** A text with something to see in it. The value is not repeated: it is a password. */
export const notBlank = (path: string): ValueRule => ({
  path,
  problem: (value, name) =>
    typeof value === "string" && value.trim() === ""
      ? `expected "${name}" to not be an empty string or whitespace`
      : undefined,
});

/** A text that is a JSON document. */
export const json = (path: string): ValueRule => ({
  path,
  problem: (value, name) =>
    typeof value === "string" && !isJson(value) ? `"${name}" contains an invalid JSON policy` : undefined,
});

/** `path` and any of `others` exclude each other. What is unknown is not judged, as in the plugin SDK. */
export const conflicts = (path: string, ...others: readonly string[]): GroupRule => ({
  path,
  summary: "Conflicting configuration arguments",
  problem: (config) => {
    const isGiven = (name: string) => isSet(config[name]) && !isUnknown(config[name]);
    const other = others.find(isGiven);
    return isGiven(path) && other !== undefined ? `"${path}": conflicts with ${other}` : undefined;
  },
});

/** When `path` is set, so must be `others`. */
export const together = (path: string, ...others: readonly string[]): GroupRule => ({
  path,
  summary: "Missing required argument",
  problem: (config) =>
    isSet(config[path]) && others.some((name) => !isSet(config[name]))
      ? `"${path}": all of \`${[...others, path].sort().join(",")}\` must be specified`
      : undefined,
});

const isNumber = (value: Value): value is number | bigint =>
  typeof value === "number" || typeof value === "bigint";

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
