import { UNKNOWN, type Value } from "../model";
import type { Attributes, Importer } from "./model";

/** The text at `name`; empty when absent, null, unknown or no text. */
export function text(values: Attributes, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

/** The texts of the list or set at `name`. */
export function texts(values: Attributes, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** True when `name` holds the boolean true. */
export const flag = (values: Attributes, name: string): boolean => values[name] === true;

/** True when a person has set the value: neither null nor an empty list. Unknown counts as set. */
export const isSet = (value: Value): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** True when the value is not known before apply. */
export const isUnknown = (value: Value): boolean => value === UNKNOWN;

/** The texts at `names`, joined: an identity or an id of several parts. */
export const joined =
  (separator: string, ...names: readonly string[]) =>
  (values: Attributes): string =>
    names.map((name) => text(values, name)).join(separator);

/** Imports by one attribute: the id is its value. */
export const importBy =
  (name: string): Importer =>
  (id) => ({ [name]: id });
