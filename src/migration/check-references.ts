import { tableObjectName } from "../names";
import { foreignKeysOf, indexesOf, primaryKeyOf, uniqueColumnsOf } from "./keys";
import { problem, type MigrationProblem } from "./problem";
import type { ForeignKey, SchemaDefinition, TableDefinition } from "./table";

type Path = MigrationProblem["path"];

/** Keys and indexes that name a table or column that is not there, or refer to columns that are no key. */
export function referenceProblems({ tables }: SchemaDefinition): MigrationProblem[] {
  return tables.flatMap((table, at) => [
    ...(table.foreignKeys ?? []).flatMap((key, index) =>
      foreignKeyProblems(["tables", at, "foreignKeys", index], tables, table, key),
    ),
    ...(table.indexes ?? []).flatMap((index, position) =>
      missingColumns(["tables", at, "indexes", position], table, index.columns),
    ),
  ]);
}

/** Tables and indexes share the names of a schema, constraints those of a table. */
export function relationProblems({ tables }: SchemaDefinition): MigrationProblem[] {
  const taken = new Set(tables.map(({ name }) => name));
  return tables.flatMap((table, at) => {
    const key = primaryKeyOf(table);
    const relations = [
      ...(key.length > 0 ? [tableObjectName(table.name, key, "pk")] : []),
      ...uniqueColumnsOf(table).map((column) => tableObjectName(table.name, [column], "key")),
      ...indexesOf(table).map(({ name }) => name),
    ];
    const foreignKeys = foreignKeysOf(table).map(({ name }) => name);
    const repeated = [
      ...relations.filter((name) => taken.has(name) || !taken.add(name)),
      ...foreignKeys.filter((name, index) => foreignKeys.indexOf(name) !== index),
    ];
    return repeated.flatMap((name) =>
      problem(
        "Duplicate",
        ["tables", at],
        `the name '${name}' would be given twice`,
        "rename the table, or remove what is stated twice",
      ),
    );
  });
}

function foreignKeyProblems(
  path: Path,
  tables: readonly TableDefinition[],
  table: TableDefinition,
  key: ForeignKey,
): MigrationProblem[] {
  const target = tables.find(({ name }) => name === key.table);
  if (target === undefined) {
    const fix = `use one of ${tables.map(({ name }) => name).join(", ")}`;
    return problem("ReferenceUnknown", path, `there is no table '${key.table}'`, fix);
  }

  const missing = [
    ...missingColumns(path, table, key.columns),
    ...missingColumns(path, target, key.references),
  ];
  if (missing.length > 0 || isKey(target, key)) return missing;
  return problem(
    "KeyInvalid",
    path,
    `(${key.columns.join(", ")}) cannot refer to (${key.references.join(", ")}) of '${target.name}'`,
    "refer to its whole primary key or to a unique column",
  );
}

function missingColumns(path: Path, table: TableDefinition, columns: readonly string[]): MigrationProblem[] {
  const names = table.columns.map(({ name }) => name);
  return columns
    .filter((column) => !names.includes(column))
    .flatMap((column) =>
      problem(
        "ReferenceUnknown",
        path,
        `table '${table.name}' has no column '${column}'`,
        `use one of ${names.join(", ")}`,
      ),
    );
}

function isKey(target: TableDefinition, { columns, references }: ForeignKey): boolean {
  if (references.length === 0 || references.length !== columns.length) return false;
  const key = primaryKeyOf(target);
  const isPrimary = key.length === references.length && key.every((column) => references.includes(column));
  return (
    isPrimary ||
    (references.length === 1 && uniqueColumnsOf(target).some((column) => column === references[0]))
  );
}
