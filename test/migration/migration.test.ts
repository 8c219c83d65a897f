import fc from "fast-check";
import type { MigrationError } from "../../src/migration";
import {
  firstMigration,
  postgresType,
  type SchemaDefinition,
  type TableDefinition,
} from "../../src/migration";
import { HOSTILE_NAMES, HOSTILE_TEXTS, HOSTILE_TYPES } from "./hostile";

const TABLE: TableDefinition = {
  name: "orders",
  description: "One row per order",
  columns: [
    { name: "id", type: "uuid", primaryKeyPosition: 1 },
    { name: "customer_id", type: "text", required: true, maxLength: 40 },
    { name: "code", type: "text", unique: true, enumValues: ["A", "it's"] },
  ],
};
const DEFINITION: SchemaDefinition = {
  product: "order-placed",
  schema: "orders__order_placed__v1",
  owner: "orders__owner",
  tables: [TABLE],
};

const withTable = (table: Partial<TableDefinition>): SchemaDefinition => ({
  ...DEFINITION,
  tables: [{ ...TABLE, ...table }],
});
const withColumn = (column: Partial<TableDefinition["columns"][number]>): SchemaDefinition =>
  withTable({ columns: [{ name: "a", type: "text", ...column }] });

const problemsOf = (definition: SchemaDefinition): string[] => {
  try {
    firstMigration(definition);
    return [];
  } catch (error) {
    return (error as MigrationError).message.split("\n");
  }
};

describe("the first migration", () => {
  test("is named for Flyway, and becomes the owner before it creates anything", () => {
    expect(firstMigration(DEFINITION)).toEqual({
      fileName: "V1__order_placed.sql",
      sql: `-- V1__order_placed.sql: the tables of schema orders__order_placed__v1, from the data contract.
-- Applied once. A later change is a migration of its own: V2__what_changes.sql.

SET ROLE "orders__owner";

CREATE TABLE "orders__order_placed__v1"."orders" (
  "id" uuid NOT NULL,
  "customer_id" text NOT NULL,
  "code" text,
  CONSTRAINT "orders__id__pk" PRIMARY KEY ("id"),
  CONSTRAINT "orders__code__key" UNIQUE ("code"),
  CONSTRAINT "orders__customer_id__length" CHECK (char_length("customer_id") <= 40),
  CONSTRAINT "orders__code__values" CHECK ("code" IN ('A', 'it''s'))
);

COMMENT ON TABLE "orders__order_placed__v1"."orders" IS 'One row per order';

CREATE INDEX "orders__customer_id__idx" ON "orders__order_placed__v1"."orders" ("customer_id");

RESET ROLE;
`,
    });
  });

  test("bounds are as wide as stated", () => {
    const { sql } = firstMigration(
      withColumn({ type: "numeric", minimum: { value: 0, exclusive: true }, maximum: { value: 10n } }),
    );

    expect(sql).toContain('CONSTRAINT "orders__a__range" CHECK ("a" > 0 AND "a" <= 10)');
  });

  test("the same definition gives the same bytes", () => {
    expect(firstMigration(structuredClone(DEFINITION))).toEqual(firstMigration(DEFINITION));
  });

  test("stated indexes and foreign keys are there, and no column is indexed twice", () => {
    const { sql } = firstMigration({
      ...DEFINITION,
      tables: [
        {
          name: "lines",
          columns: [
            { name: "order_id", type: "uuid", primaryKeyPosition: 2 },
            { name: "position", type: "integer", primaryKeyPosition: 1 },
            { name: "batch_id", type: "text" },
            { name: "sku", type: "text" },
          ],
          indexes: [{ columns: ["batch_id", "sku"] }, { columns: ["sku"], unique: true }],
          foreignKeys: [{ columns: ["order_id"], table: "orders", references: ["id"] }],
        },
        TABLE,
      ],
    });

    const indexes = sql.split("\n").filter((line) => /^CREATE (UNIQUE )?INDEX .*"lines"/.test(line));
    expect(indexes.map((line) => line.replace(/ ON "[^.]+"\./, " ON "))).toEqual([
      'CREATE INDEX "lines__batch_id__sku__idx" ON "lines" ("batch_id", "sku");',
      'CREATE UNIQUE INDEX "lines__sku__idx" ON "lines" ("sku");',
      'CREATE INDEX "lines__order_id__idx" ON "lines" ("order_id");',
    ]);
    expect(sql).toContain('PRIMARY KEY ("position", "order_id")');
    expect(sql.indexOf("FOREIGN KEY")).toBeGreaterThan(sql.lastIndexOf("CREATE TABLE"));
  });
});

describe("hostile input", () => {
  test.each(HOSTILE_NAMES)("the name %j is refused wherever a name stands", (name) => {
    const definitions: SchemaDefinition[] = [
      { ...DEFINITION, product: name },
      { ...DEFINITION, schema: name },
      { ...DEFINITION, owner: name },
      withTable({ name }),
      withColumn({ name }),
    ];

    for (const definition of definitions) {
      expect(problemsOf(definition)).toEqual([expect.stringMatching(/^NameInvalid at /)]);
    }
  });

  test.each(HOSTILE_TYPES)("the type %j is refused", (type) => {
    expect(postgresType(type)).toBeUndefined();
    expect(problemsOf(withColumn({ type }))).toEqual([
      expect.stringMatching(
        /^TypeUnsupported at tables\[0\]\.columns\[0\]\.type: '.*' is not a known Postgres type; /,
      ),
    ]);
  });

  test.each(HOSTILE_TEXTS)("%j stays inside its quotes, and is no placeholder of Flyway", (text) => {
    const { sql } = firstMigration(
      withTable({ description: text, columns: [{ name: "a", type: "text", enumValues: [text] }] }),
    );

    // What is left without string constants is what it is for harmless texts.
    const harmless = firstMigration(
      withTable({ description: "x", columns: [{ name: "a", type: "text", enumValues: ["x"] }] }),
    );
    expect(withoutConstants(sql)).toBe(withoutConstants(harmless.sql));
    expect(sql).not.toContain("${");
  });

  test("no text whatever leaves its quotes", () => {
    const bare = withoutConstants(firstMigration(withTable({ description: "x" })).sql);
    const text = fc.string({
      unit: fc.constantFrom("'", "\\", "$", "{", "}", "E", "-", ";", "a", "ü", '"'),
      minLength: 1,
    });

    fc.assert(
      fc.property(text, (description) => {
        expect(withoutConstants(firstMigration(withTable({ description })).sql)).toBe(bare);
      }),
    );
  });

  test.each(["a\u0000b", "a\u001bb", "a\u202eb", "a\ud800b", "a\u2028b"])(
    "%j is refused as a text",
    (text) => {
      expect(problemsOf(withTable({ description: text }))).toEqual([
        expect.stringMatching(/^ControlCharacter at tables\[0\]\.description: /),
      ]);
      expect(problemsOf(withColumn({ description: text, enumValues: [text] }))).toHaveLength(2);
    },
  );

  /** By Postgres's own rules: a quote is doubled, and in `E'…'` a backslash escapes. */
  function withoutConstants(sql: string): string {
    return sql.replace(/E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'/g, "?");
  }
});

describe("types", () => {
  test.each([
    ["NUMERIC ( 12 , 2 )", "numeric(12,2)"],
    ["Character  Varying(20)", "character varying(20)"],
    ["timestamp(3) with time zone", "timestamp(3) with time zone"],
    ["TIMESTAMPTZ", "timestamptz"],
    ["double precision", "double precision"],
    ["text[]", "text[]"],
    [" jsonb ", "jsonb"],
  ])("%j is %j", (text, type) => {
    expect(postgresType(text)).toBe(type);
  });
});

describe("a definition that cannot be built", () => {
  test("all problems are reported at once, with their places and fixes", () => {
    const definition: SchemaDefinition = {
      ...DEFINITION,
      tables: [
        { name: "empty", columns: [] },
        { name: "empty", columns: [{ name: "xmin", type: "text" }] },
        {
          name: "odd",
          columns: [
            { name: "a", type: "text", primaryKeyPosition: 1, minimum: { value: 1 } },
            { name: "a", type: "text", primaryKeyPosition: 1, minLength: 3, maxLength: 2 },
            { name: "b", type: "bigint", enumValues: ["1", "1", "one"], minimum: { value: NaN } },
            { name: "c", type: "text", enumValues: [], primaryKeyPosition: 0, maxLength: 1.5 },
            { name: "d", type: "bigint", minimum: { value: 2n }, maximum: { value: 1 } },
          ],
        },
      ],
    };

    expect(problemsOf(definition)).toEqual([
      "Duplicate at tables[1].name: table 'empty' is there already; remove or rename one",
      "TableEmpty at tables[0].columns: the table has no columns; describe its columns",
      "NameInvalid at tables[1].columns[0].name: column 'xmin' is a column that every table has already; give it another name",
      "Duplicate at tables[2].columns[1].name: column 'a' is there already; remove or rename one",
      "KeyInvalid at tables[2].columns: two columns have the same position in the primary key: 1, 1, 0; " +
        "number the columns of the key 1, 2, 3",
      "LimitInvalid at tables[2].columns[0].minimum: minimum is not for a column of type text; remove it or change the type",
      "LimitInvalid at tables[2].columns[1].minLength: minLength is above maxLength; swap them",
      "LimitInvalid at tables[2].columns[2].minimum: minimum is 'NaN'; use a number",
      "LimitInvalid at tables[2].columns[2].enumValues[1]: '1' is there twice; remove one",
      "LimitInvalid at tables[2].columns[2].enumValues[2]: 'one' is no number; write digits",
      "KeyInvalid at tables[2].columns[3].primaryKeyPosition: '0' is no position in a key; count from 1",
      "LimitInvalid at tables[2].columns[3].maxLength: maxLength is '1.5'; use a whole number from 0",
      "LimitInvalid at tables[2].columns[3].enumValues: no value is allowed; list the values or remove the list",
      "LimitInvalid at tables[2].columns[4].minimum: minimum is above maximum; swap them",
    ]);
  });

  test("a schema without tables", () => {
    expect(problemsOf({ ...DEFINITION, tables: [] })).toEqual([
      "TableEmpty at tables: there are no tables; describe one in the contract",
    ]);
  });

  test("references that lead nowhere, or to columns that are no key", () => {
    const foreignKeys = [
      { columns: ["customer_id"], table: "customers", references: ["id"] },
      { columns: ["customer"], table: "orders", references: ["id"] },
      { columns: ["customer_id"], table: "orders", references: ["customer_id"] },
      { columns: ["customer_id", "code"], table: "orders", references: ["id"] },
    ];

    expect(problemsOf(withTable({ foreignKeys, indexes: [{ columns: ["nothing"] }] }))).toEqual([
      "ReferenceUnknown at tables[0].foreignKeys[0]: there is no table 'customers'; use one of orders",
      "ReferenceUnknown at tables[0].foreignKeys[1]: table 'orders' has no column 'customer'; use one of id, customer_id, code",
      "KeyInvalid at tables[0].foreignKeys[2]: (customer_id) cannot refer to (customer_id) of 'orders'; " +
        "refer to its whole primary key or to a unique column",
      "KeyInvalid at tables[0].foreignKeys[3]: (customer_id, code) cannot refer to (id) of 'orders'; " +
        "refer to its whole primary key or to a unique column",
      "ReferenceUnknown at tables[0].indexes[0]: table 'orders' has no column 'nothing'; use one of id, customer_id, code",
      "Duplicate at tables[0]: the name 'orders__customer_id__fk' would be given twice; rename the table, or remove " +
        "what is stated twice",
    ]);
  });

  test("two things of the same name", () => {
    const index = { columns: ["code"] };
    const other = { name: "orders__id__pk", columns: [{ name: "a", type: "text" }] };

    expect(problemsOf(withTable({ indexes: [index, index] }))).toEqual([
      "Duplicate at tables[0]: the name 'orders__code__idx' would be given twice; rename the table, or remove what is stated twice",
    ]);
    expect(problemsOf({ ...DEFINITION, tables: [TABLE, other] })).toEqual([
      "Duplicate at tables[0]: the name 'orders__id__pk' would be given twice; rename the table, or remove what is stated twice",
    ]);
  });
});
