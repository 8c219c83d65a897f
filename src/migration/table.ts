/** The tables of one major of a product, in a schema of their own. */
export interface SchemaDefinition {
  /** As in the product's manifest; the migration is named by it. */
  readonly product: string;
  /** The schema's physical name, see `productSchemaName`. */
  readonly schema: string;
  /** The role that owns all of it, see `ownerRoleName`. */
  readonly owner: string;
  readonly tables: readonly TableDefinition[];
}

/** One table. */
export interface TableDefinition {
  readonly name: string;
  readonly description?: string;
  readonly columns: readonly ColumnDefinition[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** Beside those that keys bring and those on `*_id` columns. */
  readonly indexes?: readonly IndexDefinition[];
}

/** One column. Limits that do not belong to its type are refused. */
export interface ColumnDefinition {
  readonly name: string;
  /** A Postgres type, see `postgresType`. */
  readonly type: string;
  /** @default false */
  readonly required?: boolean;
  /** From 1; the order of the columns in the primary key. */
  readonly primaryKeyPosition?: number;
  /** @default false */
  readonly unique?: boolean;
  readonly description?: string;
  /** The only values allowed, each as text. */
  readonly enumValues?: readonly string[];
  /** In characters of a text. */
  readonly minLength?: number;
  /** In characters of a text. */
  readonly maxLength?: number;
  readonly minimum?: NumericBound;
  readonly maximum?: NumericBound;
  /** Elements of a JSON array or of a Postgres array. */
  readonly minItems?: number;
  /** Elements of a JSON array or of a Postgres array. */
  readonly maxItems?: number;
  /** What a `json` or `jsonb` column has to hold. */
  readonly jsonShape?: "object" | "array";
}

/** A limit of a numeric column. */
export interface NumericBound {
  readonly value: number | bigint;
  /** The limit itself is not allowed. */
  readonly exclusive?: boolean;
}

/** Columns that refer to the primary key, or to a unique column, of a table of the same schema. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

/** An index by its columns, in order. */
export interface IndexDefinition {
  readonly columns: readonly string[];
  /** @default false */
  readonly unique?: boolean;
}
