import type { MigrationError } from "../../src/migration";
import {
  INTEGER_RANGES,
  LOGICAL_TYPES,
  postgresType,
  tablesOf,
  type ColumnDefinition,
  type ContractObject,
  type ContractProperty,
  type MigrationProblem,
} from "../../src/migration";
import { ORDER_CONTRACT } from "./shop";

const columnOf = (
  property: Partial<ContractProperty>,
  object: Partial<ContractObject> = {},
): ColumnDefinition => {
  const [table] = tablesOf({ schema: [{ name: "t", ...object, properties: [{ name: "c", ...property }] }] });
  const [column] = table?.columns ?? [];
  if (column === undefined) throw new Error("no column");
  return column;
};

const problemsOf = (
  schema: readonly ContractObject[],
  names?: readonly string[],
): readonly MigrationProblem[] => {
  try {
    tablesOf({ schema }, names);
    return [];
  } catch (error) {
    return (error as MigrationError).problems;
  }
};

describe("the tables of a contract", () => {
  test("are all of its objects but views, under their physical names", () => {
    expect(tablesOf(ORDER_CONTRACT).map(({ name }) => name)).toEqual(["orders", "order_lines"]);
  });

  test("are those that are named, by either name", () => {
    expect(tablesOf(ORDER_CONTRACT, ["order-lines"]).map(({ name }) => name)).toEqual(["order_lines"]);
    expect(tablesOf(ORDER_CONTRACT, ["order_lines"]).map(({ name }) => name)).toEqual(["order_lines"]);
  });

  test("keep keys, requirements and descriptions", () => {
    const [orders, lines] = tablesOf(ORDER_CONTRACT);

    expect(orders?.columns[1]).toEqual({
      ...{ name: "customer_id", type: "text", required: true, unique: false },
      description: "See users/user-profile",
    });
    expect(lines?.columns.map(({ primaryKeyPosition }) => primaryKeyPosition)).toEqual([
      2,
      1,
      undefined,
      undefined,
    ]);
  });

  test("refer to each other; what leads to another contract is no foreign key", () => {
    const [, lines] = tablesOf(ORDER_CONTRACT);

    expect(lines?.foreignKeys).toEqual([
      { columns: ["order_id"], table: "orders", references: ["order_id"] },
    ]);
    expect(tablesOf(ORDER_CONTRACT, ["order_lines"])[0]?.foreignKeys).toBeUndefined();
  });

  test("refer to several columns, by name or by id", () => {
    const schema: ContractObject[] = [
      {
        ...{ id: "p", name: "parents" },
        properties: [
          { id: "pa", name: "a", logicalType: "string", primaryKey: true },
          { id: "pb", name: "b", physicalName: "b_column", logicalType: "string", primaryKey: true },
        ],
      },
      {
        name: "children",
        properties: [
          { name: "x", logicalType: "string" },
          { name: "y", logicalType: "string" },
        ],
        relationships: [
          { type: "foreignKey", from: ["children.x", "y"], to: ["parents.a", "/schema/p/properties/pb"] },
        ],
      },
    ];

    expect(tablesOf({ schema })[1]?.foreignKeys).toEqual([
      { columns: ["x", "y"], table: "parents", references: ["a", "b_column"] },
    ]);
  });
});

describe("the types of a contract", () => {
  test.each([
    ["string", undefined, "text"],
    ["string", { format: "uuid" }, "uuid"],
    ["string", { format: "email" }, "text"],
    ["date", undefined, "date"],
    ["timestamp", undefined, "timestamptz"],
    ["timestamp", { timezone: false }, "timestamp"],
    ["time", undefined, "time"],
    ["time", { timezone: true }, "timetz"],
    ["number", undefined, "numeric"],
    ["number", { format: "f32" }, "real"],
    ["integer", undefined, "bigint"],
    ["integer", { format: "i32" }, "integer"],
    ["integer", { format: "u32" }, "bigint"],
    ["integer", { format: "u64" }, "numeric(20)"],
    ["integer", { format: "constructor" }, "bigint"],
    ["object", undefined, "jsonb"],
    ["array", undefined, "jsonb"],
    ["map", undefined, "jsonb"],
    ["boolean", undefined, "boolean"],
    ["vector", { dimensions: 3 }, "real[]"],
  ])("a %s of %j is a %s", (logicalType, logicalTypeOptions, type) => {
    expect(columnOf({ logicalType, logicalTypeOptions }).type).toBe(type);
  });

  test("all of them are types that a migration may hold", () => {
    const types = Object.values(LOGICAL_TYPES).flatMap(({ type, formats, timezone }) => [
      type,
      ...Object.values(formats ?? {}),
      ...(timezone === undefined ? [] : [timezone.type]),
    ]);

    expect(types.filter((type) => postgresType(type) !== type)).toEqual([]);
  });

  test("an integer is held to the range of its format, or to what is stated", () => {
    expect(
      columnOf({ logicalType: "integer", logicalTypeOptions: { format: "u8", maximum: 9 } }),
    ).toMatchObject({
      minimum: { value: INTEGER_RANGES.u8?.[0] },
      maximum: { value: 9 },
    });
    expect(INTEGER_RANGES.u64).toEqual([0n, 18446744073709551615n]);
  });

  test.each([
    [{ minimum: 0, maximum: 5 }, { value: 0 }, { value: 5 }],
    [
      { exclusiveMinimum: 0, exclusiveMaximum: 5 },
      { value: 0, exclusive: true },
      { value: 5, exclusive: true },
    ],
    [
      { minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
      { value: 0, exclusive: true },
      { value: 5 },
    ],
  ])("the bounds %j are kept, in the words of v3.0 and of v3.1", (logicalTypeOptions, minimum, maximum) => {
    expect(columnOf({ logicalType: "number", logicalTypeOptions })).toMatchObject({ minimum, maximum });
  });

  test("a physical type of a table is Postgres's", () => {
    const table = { physicalType: "table" };

    expect(columnOf({ physicalType: "VARCHAR(20)" }, table).type).toBe("varchar(20)");
    expect(
      problemsOf([
        { name: "t", ...table, properties: [{ name: "c", logicalType: "string", physicalType: "STRING" }] },
      ]),
    ).toEqual([
      {
        code: "TypeUnsupported",
        path: ["schema", 0, "properties", 0, "physicalType"],
        message: "'STRING' is not a known Postgres type",
        fix: "use a type such as text, bigint, numeric(12,2), timestamptz or jsonb",
      },
    ]);
  });

  test("a physical type of a topic is not, and the logical type decides", () => {
    expect(columnOf({ logicalType: "integer", physicalType: "long" }, { physicalType: "topic" }).type).toBe(
      "bigint",
    );
  });
});

describe("a contract that no tables can be made of", () => {
  test("names, types and texts are reported where they stand, with a fix", () => {
    const problems = problemsOf([
      {
        name: "Order Events",
        description: "a\u0007b",
        properties: [
          { name: "customerId", logicalType: "string" },
          { name: "x", physicalName: 'x"; DROP TABLE y; --', logicalType: "text" },
          { name: "y" },
          {
            name: "z",
            logicalType: "string",
            enum: [{ value: "a\u0000" }],
            logicalTypeOptions: { maxLength: -1 },
          },
        ],
      },
    ]);

    expect(
      problems.map(({ code, path, message, fix }) => [
        code,
        path.slice(path[2] === "properties" ? 3 : 2).join("."),
        message,
        fix,
      ]),
    ).toEqual([
      [
        ...["NameInvalid", "name"],
        "table 'Order Events' must be lower-case letters, digits and '_', not starting with a digit",
        "give it another physicalName",
      ],
      [
        "ControlCharacter",
        "description",
        "'a\\u0007b' holds a control character",
        "write it in printable characters",
      ],
      [
        ...["NameInvalid", "0.name"],
        "column 'customerId' must be lower-case letters, digits and '_', not starting with a digit",
        "give it the physicalName 'customer_id'",
      ],
      [
        ...["NameInvalid", "1.physicalName"],
        "column 'x\\\"; DROP TABLE y; --' must be lower-case letters, digits and '_', not starting with a digit",
        "give it the physicalName 'x'",
      ],
      [
        ...["TypeUnsupported", "1.logicalType"],
        "'text' is not a logical type",
        `use one of ${Object.keys(LOGICAL_TYPES).join(", ")}`,
      ],
      [
        "TypeUnsupported",
        "2.logicalType",
        "'y' has no type",
        `use one of ${Object.keys(LOGICAL_TYPES).join(", ")}`,
      ],
      [
        ...["LimitInvalid", "3.logicalTypeOptions.maxLength"],
        "maxLength is '-1'",
        "use a whole number from 0",
      ],
      [
        "ControlCharacter",
        "3.enum.0",
        "'a\\u0000' holds a control character",
        "write it in printable characters",
      ],
    ]);
  });

  test("a table that is not described, and a view that is asked for", () => {
    expect(problemsOf(ORDER_CONTRACT.schema ?? [], ["order", "daily_orders"])).toEqual([
      {
        code: "ContractTableUnknown",
        path: ["schema"],
        message: "the contract describes no table 'order'",
        fix: "describe it, or name one of: orders, order-lines, daily_orders",
      },
      {
        code: "TypeUnsupported",
        path: ["schema", 2, "physicalType"],
        message: "'daily_orders' is a view",
        fix: "write its migration by hand, and name the tables alone",
      },
    ]);
  });
});
