import { tableObjectName } from "../names";
import type { ForeignKey, IndexDefinition, TableDefinition } from "./table";

/** A column that refers to something elsewhere, by its name alone: `customer_id`. */
const REFERRING = /_id$/;

type Named<T> = T & { readonly name: string };

/** The columns of the primary key in the order of their positions; none when there is no key. */
export function primaryKeyOf(table: TableDefinition): readonly string[] {
  return table.columns
    .filter((column) => column.primaryKeyPosition !== undefined)
    .sort((a, b) => (a.primaryKeyPosition ?? 0) - (b.primaryKeyPosition ?? 0))
    .map((column) => column.name);
}

/** The unique columns; a primary key of one column is unique already. */
export function uniqueColumnsOf(table: TableDefinition): readonly string[] {
  const key = primaryKeyOf(table);
  return table.columns
    .filter((column) => column.unique === true && !(key.length === 1 && key[0] === column.name))
    .map((column) => column.name);
}

/** The foreign keys with their names. */
export function foreignKeysOf(table: TableDefinition): readonly Named<ForeignKey>[] {
  return (table.foreignKeys ?? []).map((key) => ({
    ...key,
    name: tableObjectName(table.name, key.columns, "fk"),
  }));
}

/**
 * The indexes beside those that keys bring: the stated ones, one for each foreign key, since Postgres makes none, and
 * one for each `*_id` column; but none on columns that another index starts with.
 */
export function indexesOf(table: TableDefinition): readonly Named<IndexDefinition>[] {
  const covered = [primaryKeyOf(table), ...uniqueColumnsOf(table).map((column) => [column])];
  const indexes: Named<IndexDefinition>[] = [];
  const add = ({ columns, unique }: IndexDefinition) => {
    indexes.push({ columns, unique, name: tableObjectName(table.name, columns, "idx") });
    covered.push(columns);
  };

  for (const index of table.indexes ?? []) add(index);
  const wanted = [
    ...(table.foreignKeys ?? []).map((key) => key.columns),
    ...table.columns.filter((column) => REFERRING.test(column.name)).map((column) => [column.name]),
  ];
  for (const columns of wanted) {
    if (!covered.some((index) => columns.every((column, at) => index[at] === column))) add({ columns });
  }
  return indexes;
}
