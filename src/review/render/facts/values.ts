import { isFields, plain, Secret, UNKNOWN, type Text, type Value } from "../../model";
import { escapeHidden, shortText, visible } from "./visible";

/** How a value reads in one line, as JSON; what must not or cannot be shown in round brackets. */
export function valueText(value: Value): string {
  if (value === UNKNOWN) return "(known after apply)";
  if (value instanceof Secret) return "(sensitive)";
  if (typeof value === "string") return quoted(value);
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  if (isFields(value)) return fieldsText(Object.entries(value));
  return String(value);
}

/** The same, cut to what fits in a line, with nothing hidden in it. */
export const shortValue = (value: Value): string => shortText(valueText(value));

/** A sentence with backticks around its literals and nothing hidden in them: for fences, terminals and programs. */
export function plainly(text: Text, shown: (code: string) => string = shortText): string {
  return plain(text.map((part) => (typeof part === "string" ? visible(part) : { code: shown(part.code) })));
}

function fieldsText(fields: readonly (readonly [string, Value])[]): string {
  if (fields.length === 0) return "{}";
  return `{ ${fields.map(([key, value]) => `${quoted(key)}: ${valueText(value)}`).join(", ")} }`;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const quoted = (text: string): string => escapeHidden(JSON.stringify(text));
