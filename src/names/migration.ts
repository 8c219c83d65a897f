import { identifier } from "./identifiers";
import { NAME_LIMITS } from "./limits";
import { sqlIdentifier } from "./postgres";
import { abbreviate } from "./shorten";

/** What a constraint or an index is for: the last part of its name. */
export type TableObjectKind = "pk" | "key" | "fk" | "idx" | "values" | "length" | "range" | "shape";

/** `V1__order_placed.sql`: Flyway runs it first; each major of a product has a schema, and so a V1, of its own. */
export function firstMigrationName(product: string): string {
  return `V1__${identifier("product", product).replaceAll("-", "_")}.sql`;
}

/**
 * `orders__customer_id__idx`: an index or a constraint of a table. Column names may hold `__` themselves, and then
 * `a__b` of `c` would be named like `b__c` of `a`: such names, and those over the limit, end in a hash of the parts.
 */
export function tableObjectName(table: string, columns: readonly string[], kind: TableObjectKind): string {
  const parts = [table, ...columns].map(sqlIdentifier);
  const name = [...parts, kind].join("__");

  const ambiguous = parts.some((part) => /^_|__|_$/.test(part));
  if (!ambiguous && Buffer.byteLength(name) <= NAME_LIMITS.postgres.maxBytes) return name;
  return abbreviate(name, [...parts, kind].join("."), NAME_LIMITS.postgres, "__");
}
