import { identifierProblem, sqlIdentifierProblem } from "../names";
import { columnProblems } from "./check-column";
import { referenceProblems, relationProblems } from "./check-references";
import { descriptionProblems } from "./check-text";
import { problem, type MigrationProblem } from "./problem";
import type { SchemaDefinition, TableDefinition } from "./table";

type Path = MigrationProblem["path"];

/** Everything that is wrong with a definition, in its order; references are checked once the names are right. */
export function problemsOf(definition: SchemaDefinition): readonly MigrationProblem[] {
  const { product, schema, owner, tables } = definition;
  const problems = [
    ...nameProblems(["product"], identifierProblem("product", product)),
    ...nameProblems(["schema"], sqlIdentifierProblem(schema)),
    ...nameProblems(["owner"], sqlIdentifierProblem(owner)),
    ...(tables.length > 0
      ? tableNameProblems(tables)
      : problem("TableEmpty", ["tables"], "there are no tables", "describe one in the contract")),
    ...tables.flatMap((table, at) => tableProblems(["tables", at], table)),
  ];
  return problems.length > 0 ? problems : [...referenceProblems(definition), ...relationProblems(definition)];
}

function tableNameProblems(tables: readonly TableDefinition[]): MigrationProblem[] {
  const names = tables.map(({ name }) => name);
  return duplicates(["tables"], "table", names);
}

function tableProblems(path: Path, table: TableDefinition): MigrationProblem[] {
  const columns = [...path, "columns"];
  const names = table.columns.map(({ name }) => name);
  const positions = table.columns.flatMap(({ primaryKeyPosition }) => primaryKeyPosition ?? []);
  return [
    ...nameProblems([...path, "name"], sqlIdentifierProblem(table.name)),
    ...descriptionProblems([...path, "description"], table.description),
    ...(names.length > 0
      ? []
      : problem("TableEmpty", columns, "the table has no columns", "describe its columns")),
    ...duplicates(columns, "column", names),
    ...(new Set(positions).size === positions.length
      ? []
      : problem(
          "KeyInvalid",
          columns,
          `two columns have the same position in the primary key: ${positions.join(", ")}`,
          "number the columns of the key 1, 2, 3",
        )),
    ...table.columns.flatMap((column, at) => columnProblems([...columns, at], column)),
  ];
}

function nameProblems(path: Path, reason: string | undefined): MigrationProblem[] {
  return reason === undefined ? [] : problem("NameInvalid", path, reason, "give it another name");
}

function duplicates(path: Path, kind: string, names: readonly string[]): MigrationProblem[] {
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : problem(
          "Duplicate",
          [...path, at, "name"],
          `${kind} '${name}' is there already`,
          "remove or rename one",
        ),
  );
}
