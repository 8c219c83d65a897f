import type { ContractField } from "../model";

/** Options that say what the values are, not which of them are allowed: another one is another type. */
const TYPE_OPTIONS = [
  ...["timezone", "defaultTimezone"],
  ...["dimensions", "elementType", "normalized", "embeddingModel", "embeddingModelVersion"],
] as const;

/** Formats of a string that are ways of writing bytes. */
const ENCODINGS: ReadonlySet<string> = new Set(["binary", "byte"]);

/** `string varchar(20)`, `vector dimensions 384`: as far as it is said, spelt in one way. */
export function typeOf(field: ContractField): string {
  const { logicalType, physicalType, format, options = {} } = field;
  const physical = physicalType?.toLowerCase().replace(/\s+/g, "");
  const said = TYPE_OPTIONS.flatMap((name) => {
    const value = options[name];
    return value === undefined || value === false ? [] : [value === true ? name : `${name} ${String(value)}`];
  });
  return [logicalType, isFormatALimit(field) ? undefined : format, ...said, physical]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** A string stays a string when it has to be a `uuid` too; a number of another format is another type. */
export function isFormatALimit({ logicalType, format }: ContractField): boolean {
  return logicalType === "string" && format !== undefined && !ENCODINGS.has(format);
}
