import { sqlIdentifierProblem } from "../names";
import { descriptionProblems, valueProblems } from "./check-text";
import { printable, problem, type MigrationProblem } from "./problem";
import type { ColumnDefinition } from "./table";
import { familyOf, postgresType, type TypeFamily } from "./types";

type Path = MigrationProblem["path"];

/** Every table has these already (https://www.postgresql.org/docs/15/ddl-system-columns.html). */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]);

type Limit =
  "enumValues" | "jsonShape" | "maxItems" | "maxLength" | "maximum" | "minItems" | "minLength" | "minimum";

/** Which families of types a limit is for. */
const LIMITS: readonly (readonly [Limit, readonly TypeFamily[]])[] = [
  ["enumValues", ["number", "other", "text"]],
  ["minLength", ["text"]],
  ["maxLength", ["text"]],
  ["minimum", ["number"]],
  ["maximum", ["number"]],
  ["minItems", ["array", "json"]],
  ["maxItems", ["array", "json"]],
  ["jsonShape", ["json"]],
];

const RANGES = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;

const NUMBER = /^-?\d{1,40}(\.\d{1,40})?$/;

/** What is wrong with one column by itself. */
export function columnProblems(path: Path, column: ColumnDefinition): MigrationProblem[] {
  return [
    ...nameProblems([...path, "name"], column.name),
    ...keyProblems([...path, "primaryKeyPosition"], column.primaryKeyPosition),
    ...contentProblems(path, column),
  ];
}

/** What is wrong with the description, the type and the limits of a column. */
export function contentProblems(path: Path, column: ColumnDefinition): MigrationProblem[] {
  const type = postgresType(column.type);
  return [
    ...descriptionProblems([...path, "description"], column.description),
    ...(type === undefined
      ? problem(
          "TypeUnsupported",
          [...path, "type"],
          `${printable(column.type)} is not a known Postgres type`,
          "use a type such as text, bigint, numeric(12,2), timestamptz or jsonb",
        )
      : limitProblems(path, column, type)),
  ];
}

/** Why `name` cannot be a column's, or undefined when it can. */
export function columnNameProblem(name: string): string | undefined {
  return SYSTEM_COLUMNS.has(name)
    ? `'${name}' is a column that every table has already`
    : sqlIdentifierProblem(name);
}

function nameProblems(path: Path, name: string): MigrationProblem[] {
  const reason = columnNameProblem(name);
  if (reason === undefined) return [];
  return problem("NameInvalid", path, `column ${reason}`, "give it another name");
}

function keyProblems(path: Path, position: number | undefined): MigrationProblem[] {
  if (position === undefined || (Number.isInteger(position) && position > 0)) return [];
  return problem("KeyInvalid", path, `${printable(position)} is no position in a key`, "count from 1");
}

function limitProblems(path: Path, column: ColumnDefinition, type: string): MigrationProblem[] {
  const family = familyOf(type);
  const wrong = (key: Limit, message: string, fix: string) =>
    problem("LimitInvalid", [...path, key], message, fix);
  return [
    ...LIMITS.flatMap(([key, families]) =>
      column[key] === undefined || families.includes(family)
        ? []
        : wrong(key, `${key} is not for a column of type ${type}`, "remove it or change the type"),
    ),
    ...RANGES.flat().flatMap((key) => {
      const value = column[key];
      if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return [];
      return wrong(key, `${key} is ${printable(value)}`, "use a whole number from 0");
    }),
    ...(["minimum", "maximum"] as const).flatMap((key) => {
      const value = column[key]?.value;
      if (typeof value !== "number" || Number.isFinite(value)) return [];
      return wrong(key, `${key} is ${printable(value)}`, "use a number");
    }),
    ...RANGES.flatMap(([low, high]) =>
      isAbove(column[low], column[high]) ? wrong(low, `${low} is above ${high}`, "swap them") : [],
    ),
    ...(isAbove(column.minimum?.value, column.maximum?.value)
      ? wrong("minimum", "minimum is above maximum", "swap them")
      : []),
    ...enumProblems([...path, "enumValues"], column.enumValues, family),
  ];
}

function enumProblems(
  path: Path,
  values: readonly string[] | undefined,
  family: TypeFamily,
): MigrationProblem[] {
  if (values?.length === 0) {
    return problem("LimitInvalid", path, "no value is allowed", "list the values or remove the list");
  }
  return (values ?? []).flatMap((value, index) => {
    const at = [...path, index];
    if (values?.indexOf(value) !== index) {
      return problem("LimitInvalid", at, `${printable(value)} is there twice`, "remove one");
    }
    return family === "number" && !NUMBER.test(value)
      ? problem("LimitInvalid", at, `${printable(value)} is no number`, "write digits")
      : valueProblems(at, value);
  });
}

const isAbove = (low: number | bigint | undefined, high: number | bigint | undefined): boolean =>
  low !== undefined && high !== undefined && low > high;
