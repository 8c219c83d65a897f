import { tableObjectName, type TableObjectKind } from "../names";
import { primaryKeyOf, uniqueColumnsOf } from "./keys";
import { literal, quoted, quotedList } from "./literal";
import type { ColumnDefinition, NumericBound, TableDefinition } from "./table";
import { familyOf, postgresType } from "./types";

/** The constraints of a table as lines of `CREATE TABLE`: keys first, then checks in the order of the columns. */
export function constraintsOf(table: TableDefinition): string[] {
  const constraint = (columns: readonly string[], kind: TableObjectKind, rule: string) =>
    `CONSTRAINT ${quoted(tableObjectName(table.name, columns, kind))} ${rule}`;

  const key = primaryKeyOf(table);
  return [
    ...(key.length > 0 ? [constraint(key, "pk", `PRIMARY KEY (${quotedList(key)})`)] : []),
    ...uniqueColumnsOf(table).map((column) => constraint([column], "key", `UNIQUE (${quoted(column)})`)),
    ...table.columns.flatMap((column) =>
      CHECKS.flatMap(({ kind, conditions }) => {
        const all = conditions(column, quoted(column.name));
        return all.length > 0 ? [constraint([column.name], kind, `CHECK (${all.join(" AND ")})`)] : [];
      }),
    ),
  ];
}

interface Check {
  readonly kind: TableObjectKind;
  /** What must hold for the column, named as SQL names it; nothing when there is no limit. */
  readonly conditions: (column: ColumnDefinition, name: string) => string[];
}

const CHECKS: readonly Check[] = [
  {
    kind: "values",
    conditions: ({ enumValues }, name) =>
      enumValues === undefined ? [] : [`${name} IN (${enumValues.map(literal).join(", ")})`],
  },
  {
    kind: "length",
    conditions: ({ minLength, maxLength }, name) => between(`char_length(${name})`, minLength, maxLength),
  },
  {
    kind: "range",
    conditions: ({ minimum, maximum }, name) => [
      ...(minimum === undefined ? [] : [`${name} ${operator(">", minimum)}`]),
      ...(maximum === undefined ? [] : [`${name} ${operator("<", maximum)}`]),
    ],
  },
  {
    kind: "shape",
    conditions: ({ type, jsonShape, minItems, maxItems }, name) => [
      ...(jsonShape === undefined ? [] : [`${typeFunction(type)}(${name}) = ${literal(jsonShape)}`]),
      ...between(`${sizeFunction(type)}(${name})`, minItems, maxItems),
    ],
  },
];

function between(size: string, minimum: number | undefined, maximum: number | undefined): string[] {
  if (minimum !== undefined && minimum === maximum) return [`${size} = ${minimum}`];
  return [
    ...(minimum === undefined || minimum === 0 ? [] : [`${size} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${size} <= ${maximum}`]),
  ];
}

const operator = (direction: "<" | ">", bound: NumericBound): string =>
  `${direction}${bound.exclusive === true ? "" : "="} ${bound.value}`;

const typeFunction = (type: string): string =>
  postgresType(type) === "json" ? "json_typeof" : "jsonb_typeof";

function sizeFunction(type: string): string {
  const known = postgresType(type) ?? type;
  if (familyOf(known) === "array") return "cardinality";
  return known === "json" ? "json_array_length" : "jsonb_array_length";
}
