import { at, Secret, UNKNOWN, type Fields, type Text, type Value } from "../../model";
import { NO_ACCESS, together, type Access } from "../grant";

/** One resource on both sides; absent where it is not there. */
export interface Sides {
  readonly address: string;
  readonly before?: Fields;
  readonly after?: Fields;
}

/** Who may do what by one resource, on both sides. */
export interface AccessSides {
  readonly before: Access;
  readonly after: Access;
}

/** What one type of resource says of access. */
export type Source = (sides: Sides) => AccessSides;

/** A source that looks at one side at a time. */
export const eachSide =
  (read: (values: Fields, address: string) => Partial<Access>): Source =>
  ({ address, before, after }) => ({
    before: { ...NO_ACCESS, ...(before && read(before, address)) },
    after: { ...NO_ACCESS, ...(after && read(after, address)) },
  });

/** Two sources of one resource. */
export const both =
  (one: Source, other: Source): Source =>
  (sides) => {
    const [first, second] = [one(sides), other(sides)];
    return {
      before: together([first.before, second.before]),
      after: together([first.after, second.after]),
    };
  };

/** What stands for a value that nobody knows yet. */
export const LATER = "(known after apply)";

/** What stands for a value that must not be shown. */
export const HIDDEN = "(sensitive)";

/** A text for people and for comparing; empty when there is none. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (value === UNKNOWN) return LATER;
  if (value instanceof Secret) return `${HIDDEN.slice(0, -1)} ${value.number})`;
  return typeof value === "object" ? "" : String(value);
}

/** A value as JSON, whatever it holds. */
export const jsonOf = (value: Value): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? String(item) : item)) ?? "";

/** The text at a path. */
export const textAt = (values: Fields, ...path: readonly (string | number)[]): string =>
  textOf(at(values, ...path));

/** The texts of a list or a set; none when there is none, one place holder when it is unknown or secret. */
export function textsAt(values: Fields, ...path: readonly (string | number)[]): readonly string[] {
  const value = at(values, ...path);
  if (Array.isArray(value)) return (value as readonly Value[]).map(textOf);
  const text = textOf(value);
  return text === "" ? [] : [text];
}

/** The blocks of a name. */
export function blocksAt(values: Fields, name: string): readonly Value[] {
  const value = values[name];
  if (Array.isArray(value)) return value as readonly Value[];
  return value === undefined || value === null ? [] : [value];
}

/** A name as a literal, with our words in front. */
export const named = (words: string, name: string): Text => [`${words} `, { code: name }];
