import { firstMigrationName } from "../names";
import { problemsOf } from "./check";
import { constraintsOf } from "./constraints";
import { foreignKeysOf, indexesOf, primaryKeyOf } from "./keys";
import { literal, oneLine, quoted, quotedList } from "./literal";
import { MigrationError } from "./problem";
import type { ColumnDefinition, SchemaDefinition, TableDefinition } from "./table";
import { postgresType } from "./types";

/** A file for Flyway. */
export interface Migration {
  /** `V1__order_placed.sql`. */
  readonly fileName: string;
  /** Same definition, same bytes. */
  readonly sql: string;
}

/**
 * The first migration of a product's schema, which has to exist: tables with keys, checks and comments, and indexes on
 * the columns that refer to something. It runs as a login that is a member of the owner, in one transaction as Flyway
 * does, and leaves everything to the owner: default privileges count for what the owner creates, nobody else.
 *
 * @throws MigrationError with everything that is wrong with the definition.
 */
export function firstMigration(definition: SchemaDefinition): Migration {
  const problems = problemsOf(definition);
  if (problems.length > 0) throw new MigrationError(problems);

  const { product, schema, owner, tables } = definition;
  const fileName = firstMigrationName(product);
  const sections = [
    `-- ${fileName}: the tables of schema ${schema}, from the data contract.\n` +
      "-- Applied once. A later change is a migration of its own: V2__what_changes.sql.",
    `SET ROLE ${quoted(owner)};`,
    ...tables.flatMap((table) => tableSections(schema, table)),
    // After all tables, so that they may refer to each other in any order.
    ...tables.flatMap((table) => foreignKeySections(schema, table)),
    "RESET ROLE;",
  ];
  return { fileName, sql: `${sections.join("\n\n")}\n` };
}

function tableSections(schema: string, table: TableDefinition): string[] {
  const name = `${quoted(schema)}.${quoted(table.name)}`;
  const lines = [...table.columns.map(columnLine), ...constraintsOf(table)].map((line) => `  ${line}`);
  const comments = [
    ...comment(`TABLE ${name}`, table.description),
    ...table.columns.flatMap((column) =>
      comment(`COLUMN ${name}.${quoted(column.name)}`, column.description),
    ),
  ];
  const indexes = indexesOf(table).map(
    (index) =>
      `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${quoted(index.name)} ON ${name} (${quotedList(index.columns)});`,
  );
  return [`CREATE TABLE ${name} (\n${lines.join(",\n")}\n);`, comments.join("\n"), indexes.join("\n")].filter(
    (section) => section !== "",
  );

  function columnLine(column: ColumnDefinition): string {
    const isKey = primaryKeyOf(table).includes(column.name);
    const notNull = column.required === true || isKey ? " NOT NULL" : "";
    return `${quoted(column.name)} ${postgresType(column.type)}${notNull}`;
  }
}

function foreignKeySections(schema: string, table: TableDefinition): string[] {
  return foreignKeysOf(table).map(
    (key) =>
      `ALTER TABLE ${quoted(schema)}.${quoted(table.name)}\n` +
      `  ADD CONSTRAINT ${quoted(key.name)} FOREIGN KEY (${quotedList(key.columns)})\n` +
      `  REFERENCES ${quoted(schema)}.${quoted(key.table)} (${quotedList(key.references)});`,
  );
}

function comment(target: string, description: string | undefined): string[] {
  const text = oneLine(description ?? "");
  return text === "" ? [] : [`COMMENT ON ${target} IS ${literal(text)};`];
}
