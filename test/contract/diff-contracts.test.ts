import {
  CONTRACT_CHANGES,
  DIFF_CLASSIFICATIONS,
  diffContracts,
  type Contract,
  type ContractChange,
  type ContractChangeKind,
} from "../../src/contract";
import { contractOf, contractData } from "./support";

type Data = Record<string, unknown>;

const contract = (overrides: Data = {}): Contract => contractOf(contractData(overrides));
const withFields = (...properties: Data[]): Contract =>
  contract({ schema: [{ name: "orders", physicalType: "table", properties }] });
const withSla = (...slaProperties: Data[]): Contract => contract({ slaProperties });

/** The changes as rows, without what is not said. */
const rows = (changes: readonly ContractChange[]): unknown[] =>
  changes.map((change) => JSON.parse(JSON.stringify(change)) as unknown);

const upTo = (apiVersion: string, logicalTypeOptions: Data): Contract =>
  contract({
    apiVersion,
    schema: [{ name: "orders", properties: [{ name: "a", logicalType: "number", logicalTypeOptions }] }],
  });

type Row = [what: string, before: Contract, after: Contract, changes: Partial<ContractChange>[]];

const field = (kind: ContractChangeKind, change: Partial<ContractChange> = {}): Partial<ContractChange> => ({
  kind,
  object: "orders",
  field: "a",
  ...change,
});

type LimitRow = [
  what: string,
  logicalType: string,
  was: Data | undefined,
  is: Data | undefined,
  change?: ["looser" | "tighter", NonNullable<ContractChange["limit"]>, string, string] | [string, string],
];

const LIMITS: LimitRow[] = [
  ["longer", "string", { maxLength: 36 }, { maxLength: 200 }, ["looser", "maxLength", "36", "200"]],
  ["shorter", "string", { maxLength: 200 }, { maxLength: 36 }, ["tighter", "maxLength", "200", "36"]],
  ["of any length", "string", { maxLength: 36 }, undefined, ["looser", "maxLength", "36", ""]],
  ["of a length", "string", undefined, { maxLength: 36 }, ["tighter", "maxLength", "", "36"]],
  ["a variable", "string", { maxLength: 9 }, { maxLength: "${N}" }, ["looser", "maxLength", "9", "${N}"]],
  ["at least shorter", "string", { minLength: 2 }, { minLength: 1 }, ["looser", "minLength", "2", "1"]],
  ["at least none", "string", undefined, { minLength: 0 }],
  ["a pattern", "string", {}, { pattern: "^a$" }, ["tighter", "pattern", "", "^a$"]],
  ["another pattern", "string", { pattern: "^a$" }, { pattern: "b" }, ["looser", "pattern", "^a$", "b"]],
  ["a format", "string", {}, { format: "uuid" }, ["tighter", "format", "", "uuid"]],
  ["no format", "string", { format: "uuid" }, {}, ["looser", "format", "uuid", ""]],
  ["bytes", "string", {}, { format: "byte" }, ["string", "string byte"]],
  ["another size of number", "integer", { format: "i32" }, { format: "i64" }, ["integer i32", "integer i64"]],
  ["higher", "integer", { maximum: 9 }, { maximum: 10 }, ["looser", "maximum", "9", "10"]],
  ["not so low", "number", { minimum: -1 }, { minimum: 0 }, ["tighter", "minimum", "-1", "0"]],
  [
    "the bound itself no more",
    "number",
    { minimum: 0 },
    { exclusiveMinimum: 0 },
    ["tighter", "minimum", "0", "more than 0"],
  ],
  ["a bound that limits nothing more", "number", { maximum: 5 }, { maximum: 5, exclusiveMaximum: 6 }],
  [
    "later",
    "date",
    { maximum: "2026-12-31" },
    { maximum: "2027-12-31" },
    ["looser", "maximum", "2026-12-31", "2027-12-31"],
  ],
  ["finer steps", "number", { multipleOf: 0.3 }, { multipleOf: 0.1 }, ["looser", "multipleOf", "0.3", "0.1"]],
  ["coarser", "number", { multipleOf: 0.1 }, { multipleOf: 0.3 }, ["tighter", "multipleOf", "0.1", "0.3"]],
  ["more items", "array", { maxItems: 3 }, { maxItems: 4 }, ["looser", "maxItems", "3", "4"]],
  ["items twice", "array", { uniqueItems: true }, {}, ["looser", "uniqueItems", "true", ""]],
  ["fewer parts", "object", { minProperties: 2 }, {}, ["looser", "minProperties", "2", ""]],
  ["a part", "object", { required: ["x"] }, { required: ["y", "x"] }, ["tighter", "required", "x", "x, y"]],
  ["another part", "object", { required: ["x"] }, { required: ["y"] }, ["looser", "required", "x", "y"]],
  [
    "a vector",
    "vector",
    { dimensions: 3 },
    { dimensions: 4 },
    ["vector dimensions 3", "vector dimensions 4"],
  ],
];

const ROWS: Row[] = [
  ["nothing", withFields({ name: "a" }), withFields({ name: "a" }), []],
  [
    "an object gone",
    contract({ schema: [{ name: "orders" }] }),
    contract({ schema: [] }),
    [{ kind: "objectRemoved", object: "orders" }],
  ],
  [
    "an object new",
    contract(),
    contract({ schema: [{ name: "orders" }] }),
    [{ kind: "objectAdded", object: "orders" }],
  ],
  [
    "a table called otherwise",
    contract({ schema: [{ name: "orders", physicalName: "orders" }] }),
    contract({ schema: [{ name: "orders", physicalName: "orders_2" }] }),
    [{ kind: "objectRenamed", object: "orders", before: "orders", after: "orders_2" }],
  ],
  [
    "an object called otherwise, its table not",
    contract({ schema: [{ name: "sales", physicalName: "orders" }] }),
    contract({ schema: [{ name: "purchases", physicalName: "orders" }] }),
    [{ kind: "objectRelabelled", object: "purchases", before: "sales", after: "purchases" }],
  ],
  [
    "a table that is a view",
    contract({ schema: [{ name: "orders", physicalType: "table" }] }),
    contract({ schema: [{ name: "orders", physicalType: "view" }] }),
    [{ kind: "retyped", object: "orders", before: "table", after: "view" }],
  ],
  ["a field gone", withFields({ name: "a" }), withFields(), [field("fieldRemoved")]],
  ["a field new", withFields(), withFields({ name: "a" }), [field("fieldAdded")]],
  [
    "a field called otherwise",
    withFields({ name: "customer_id", logicalType: "string" }),
    withFields({ name: "customerid", logicalType: "string" }),
    [field("fieldRenamed", { field: "customerid", before: "customer_id", after: "customerid" })],
  ],
  [
    "fields alike in name, not in type",
    withFields({ name: "customer_id", logicalType: "string" }),
    withFields({ name: "customerid", logicalType: "integer" }),
    [field("fieldRemoved", { field: "customer_id" }), field("fieldAdded", { field: "customerid" })],
  ],
  [
    "a field called otherwise, its column not",
    withFields({ name: "customer", physicalName: "cust_id" }),
    withFields({ name: "buyer", physicalName: "cust_id" }),
    [field("fieldRelabelled", { field: "buyer", before: "customer", after: "buyer" })],
  ],
  [
    "a column called otherwise",
    withFields({ name: "a" }),
    withFields({ name: "a", physicalName: "b" }),
    [field("fieldRenamed", { before: "a", after: "b" })],
  ],
  [
    "another type",
    withFields({ name: "a", logicalType: "string", physicalType: "VARCHAR(20)" }),
    withFields({ name: "a", logicalType: "string", physicalType: "varchar( 10 )" }),
    [field("retyped", { before: "string varchar(20)", after: "string varchar(10)" })],
  ],
  [
    "required now",
    withFields({ name: "a" }),
    withFields({ name: "a", required: true }),
    [field("requirednessTightened")],
  ],
  [
    "optional now",
    withFields({ name: "a", required: true }),
    withFields({ name: "a" }),
    [field("requirednessLoosened")],
  ],
  [
    "unique now",
    withFields({ name: "a" }),
    withFields({ name: "a", unique: true }),
    [field("uniquenessTightened")],
  ],
  [
    "unique no more",
    withFields({ name: "a", unique: true }),
    withFields({ name: "a" }),
    [field("uniquenessLoosened")],
  ],
  [
    "other allowed values",
    withFields({ name: "a", enum: [{ value: "x" }, { value: "y" }] }),
    withFields({ name: "a", enum: [{ value: "y" }, { value: "z" }] }),
    [field("enumNarrowed", { before: "x" }), field("enumWidened", { after: "z" })],
  ],
  [
    "any value allowed",
    withFields({ name: "a", enum: [{ value: "x" }] }),
    withFields({ name: "a" }),
    [field("enumWidened", { after: "any value" })],
  ],
  ...LIMITS.map(([what, logicalType, was, is, change]): Row => [
    `a limit: ${what}`,
    withFields({ name: "a", logicalType, ...(was && { logicalTypeOptions: was }) }),
    withFields({ name: "a", logicalType, ...(is && { logicalTypeOptions: is }) }),
    change === undefined
      ? []
      : change.length === 2
        ? [field("retyped", { before: change[0], after: change[1] })]
        : [
            field(change[0] === "looser" ? "limitLoosened" : "limitTightened", {
              limit: change[1],
              ...(change[2] === "" ? {} : { before: change[2] }),
              ...(change[3] === "" ? {} : { after: change[3] }),
            }),
          ],
  ]),
  [
    "a limit: the bound itself too, up to v3.0",
    upTo("v3.0.2", { maximum: 9, exclusiveMaximum: true }),
    upTo("v3.0.2", { maximum: 9 }),
    [field("limitLoosened", { limit: "maximum", before: "less than 9", after: "9" })],
  ],
  [
    "a limit: an exclusive bound as it was written up to v3.0, and since",
    upTo("v3.0.2", { maximum: 5, exclusiveMaximum: true }),
    upTo("v3.2.0", { exclusiveMaximum: 5 }),
    [],
  ],
  [
    "a key with one more column",
    withFields({ name: "a", primaryKey: true }, { name: "b" }),
    withFields({ name: "a", primaryKey: true }, { name: "b", primaryKey: true }),
    [{ kind: "keyChanged", object: "orders", before: "a", after: "a, b" }],
  ],
  [
    "a key whose column is called otherwise",
    withFields({ name: "order_id", primaryKey: true }),
    withFields({ name: "orderid", primaryKey: true }),
    [field("fieldRenamed", { field: "orderid", before: "order_id", after: "orderid" })],
  ],
  [
    "more sensitive",
    withFields({ name: "a", classification: "internal" }),
    withFields({ name: "a", classification: "restricted" }),
    [field("classificationRaised", { before: "internal", after: "restricted" })],
  ],
  [
    "less sensitive",
    withFields({ name: "a", classification: "internal" }),
    withFields({ name: "a" }),
    [field("classificationLowered", { before: "internal" })],
  ],
  [
    "other words",
    withFields({ name: "a", description: "x" }),
    withFields({ name: "a", description: "y" }),
    [field("descriptionChanged", { before: "x", after: "y" })],
  ],
  [
    "another status",
    contract({ status: "active" }),
    contract({ status: "deprecated" }),
    [{ kind: "statusChanged", before: "active", after: "deprecated" }],
  ],
  [
    "a field gone with all that was nested in it",
    withFields({ name: "a", logicalType: "object", properties: [{ name: "b" }, { name: "c" }] }),
    withFields(),
    [field("fieldRemoved")],
  ],
  [
    "a field called otherwise, and one in it gone",
    withFields({ name: "address", logicalType: "object", properties: [{ name: "zip" }, { name: "city" }] }),
    withFields({ name: "adress", logicalType: "object", properties: [{ name: "city" }] }),
    [
      field("fieldRenamed", { field: "adress", before: "address", after: "adress" }),
      field("fieldRemoved", { field: "address.zip" }),
    ],
  ],
  [
    "items of another type",
    withFields({ name: "a", logicalType: "array", items: { logicalType: "string" } }),
    withFields({ name: "a", logicalType: "array", items: { logicalType: "integer" } }),
    [field("retyped", { field: "a[]", before: "string", after: "integer" })],
  ],
  ...(
    [
      ["kept shorter", "retention", [7, "d"], [3, "d"], "slaLowered"],
      ["kept longer, in another unit", "retention", [7, "d"], [2, "w"], "slaRaised"],
      ["kept as long, in another unit", "retention", [14, "d"], [2, "weeks"], undefined],
      ["slower", "latency", [5, "min"], [1, "h"], "slaLowered"],
      ["faster", "latency", [1, "h"], [5, "min"], "slaRaised"],
      ["more available", "availability", ["99.5 %"], ["99.9%"], "slaRaised"],
      ["served longer", "endOfSupport", ["2027-01-01"], ["2028-01-01"], "slaRaised"],
      ["ready later in the day", "timeOfAvailability", ["08:00"], ["09:30"], "slaLowered"],
      ["of a kind that cannot be weighed", "freshness", [5, "min"], [4, "min"], "slaLowered"],
      ["that cannot be compared", "retention", [7, "d"], ["${DAYS}", "d"], "slaLowered"],
    ] as const
  ).map(([what, property, [value, unit], [newValue, newUnit], kind]): Row => [
    `a promise ${what}`,
    withSla({ property, value, ...(unit && { unit }) }),
    withSla({ property, value: newValue, ...(newUnit && { unit: newUnit }) }),
    kind === undefined
      ? []
      : [
          {
            kind,
            sla: property.toLowerCase(),
            before: [value, unit].filter(Boolean).join(" "),
            after: [newValue, newUnit].filter(Boolean).join(" "),
          },
        ],
  ]),
  [
    "a promise gone",
    withSla({ property: "retention", value: 7, unit: "d" }),
    contract(),
    [{ kind: "slaLowered", sla: "retention", before: "7 d" }],
  ],
  [
    "a promise for another element",
    withSla({ property: "latency", value: 1, unit: "h", element: "a" }),
    withSla(
      { property: "latency", value: 1, unit: "h", element: "a" },
      { property: "latency", value: 2, unit: "h" },
    ),
    [{ kind: "slaRaised", sla: "latency", after: "2 h" }],
  ],
];

describe("the difference of two contracts", () => {
  test.each(ROWS)("%s", (_what, before, after, expected) => {
    const changes = diffContracts(before, after);

    expect(rows(changes)).toEqual(
      expected.map((change) => ({ ...change, compatibility: change.kind && CONTRACT_CHANGES[change.kind] })),
    );
  });

  test("every kind of change is in the table of tests", () => {
    const tested = new Set(ROWS.flatMap(([, , , changes]) => changes.map(({ kind }) => kind)));

    expect(Object.keys(CONTRACT_CHANGES).filter((kind) => !tested.has(kind as ContractChangeKind))).toEqual(
      [],
    );
  });

  test("weighs for the reader: what is taken away is major, what is added is minor", () => {
    const weight = (compatibility: string) =>
      Object.entries(CONTRACT_CHANGES).flatMap(([kind, each]) => (each === compatibility ? [kind] : []));

    expect(weight("major")).toEqual([
      ...[
        "objectRemoved",
        "objectRenamed",
        "fieldRemoved",
        "fieldRenamed",
        "retyped",
        "requirednessLoosened",
      ],
      ...["uniquenessLoosened", "enumWidened", "limitLoosened", "keyChanged", "slaLowered"],
    ]);
    expect(weight("none")).toEqual(["statusChanged", "descriptionChanged"]);
  });

  test("a policy can weigh otherwise, and rank by its own classifications", () => {
    const before = withFields({ name: "a", classification: "red", enum: [{ value: "x" }] });
    const after = withFields({ name: "a", classification: "blue", enum: [{ value: "x" }, { value: "y" }] });

    const changes = diffContracts(before, after, {
      classifications: ["red", "blue"],
      weights: { enumWidened: "minor" },
    });

    expect(rows(changes)).toEqual([
      { ...field("enumWidened"), compatibility: "minor", after: "y" },
      { ...field("classificationRaised"), compatibility: "minor", before: "red", after: "blue" },
    ]);
    expect(DIFF_CLASSIFICATIONS).toEqual(["public", "internal", "confidential", "restricted"]);
  });
});
