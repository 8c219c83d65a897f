import type { ContractProperty } from "./contract-shape";
import type { ColumnDefinition, NumericBound } from "./table";
import { entryOf, INTEGER_RANGES, LOGICAL_TYPES, type TypeFamily } from "./types";

type Options = Readonly<Record<string, unknown>>;

/** The options of a property that a column of the family can hold the data to; the others are for other systems. */
export function limitsOf(property: ContractProperty, family: TypeFamily): Partial<ColumnDefinition> {
  const options = property.logicalTypeOptions ?? {};
  switch (family) {
    case "text":
      return {
        ...valuesOf(property),
        ...numbers(options, { minLength: "minLength", maxLength: "maxLength" }),
      };
    case "number":
      return { ...valuesOf(property), ...rangeOf(options) };
    case "other":
      return valuesOf(property);
    case "array":
      return numbers(options, { minItems: "dimensions", maxItems: "dimensions" });
    case "json": {
      const jsonShape = entryOf(LOGICAL_TYPES, property.logicalType)?.jsonShape;
      if (jsonShape === undefined) return {};
      return jsonShape === "object"
        ? { jsonShape }
        : { jsonShape, ...numbers(options, { minItems: "minItems", maxItems: "maxItems" }) };
    }
  }
}

function valuesOf({ enum: entries }: ContractProperty): Partial<ColumnDefinition> {
  if (entries === undefined || entries.length === 0) return {};
  return {
    enumValues: entries.map(({ value }) =>
      typeof value === "string" ? value : (JSON.stringify(value) ?? ""),
    ),
  };
}

/** The options that are numbers, under the names of the column definition. */
function numbers<K extends string>(
  options: Options,
  names: Readonly<Record<K, string>>,
): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  for (const [key, option] of Object.entries(names) as [K, string][]) {
    const value = options[option];
    if (typeof value === "number") found[key] = value;
  }
  return found;
}

/** What is stated, else the range of an integer format that its Postgres type exceeds. */
function rangeOf(options: Options): Partial<ColumnDefinition> {
  const [lowest, highest] = entryOf(INTEGER_RANGES, options.format) ?? [];
  const minimum = bound(options.minimum, options.exclusiveMinimum, lowest);
  const maximum = bound(options.maximum, options.exclusiveMaximum, highest);
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Up to v3.0 an exclusive bound is `true` beside the bound; from v3.1 on it is the bound. */
function bound(
  inclusive: unknown,
  exclusive: unknown,
  otherwise: bigint | undefined,
): NumericBound | undefined {
  if (typeof exclusive === "number") return { value: exclusive, exclusive: true };
  if (typeof inclusive === "number")
    return { value: inclusive, ...(exclusive === true ? { exclusive } : {}) };
  return otherwise === undefined ? undefined : { value: otherwise };
}
