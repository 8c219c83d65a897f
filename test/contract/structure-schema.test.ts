import { expectStructure, type StructureRow } from "./support";

const ROWS: StructureRow[] = [
  [
    "an object without a name",
    "v3.2.0",
    "{ schema: [ { physicalType: table } ] }",
    ["error ContractMissingField: 'schema[0]' has no 'name'"],
  ],
  [
    "two objects of one name",
    "v3.2.0",
    "{ schema: [ { name: a }, { name: a } ] }",
    ["error ContractDuplicate: 'schema[1].name' is taken by 'schema[0].name'"],
  ],
  [
    "two properties of one name",
    "v3.2.0",
    "{ schema: [ { name: a, properties: [ { name: x }, { name: x } ] } ] }",
    ["error ContractDuplicate: 'schema[0].properties[1].name' is taken by 'schema[0].properties[0].name'"],
  ],
  [
    "a logical type of v3.1",
    "v3.0.2",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: timestamp } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].logicalType' must be 'string', 'date', 'number', 'integer', 'boolean', 'object' or 'array'",
    ],
  ],
  [
    "a logical type of v3.1",
    "v3.1.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: timestamp, logicalTypeOptions: { timezone: true } } ] } ] }",
    [],
  ],
  [
    "a map without its parts",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: map } ] } ] }",
    ["error ContractMissingField: 'schema[0].properties[0]' has no 'map'"],
  ],
  [
    "a map without a value",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: map, map: { key: { logicalType: string } } } ] } ] }",
    ["error ContractMissingField: 'schema[0].properties[0].map' has no 'value'"],
  ],
  [
    "a vector without dimensions",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: vector, logicalTypeOptions: {} } ] } ] }",
    ["error ContractMissingField: 'schema[0].properties[0].logicalTypeOptions' has no 'dimensions'"],
  ],
  [
    "a vector of no dimension",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: vector, logicalTypeOptions: { dimensions: 0 } } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].logicalTypeOptions.dimensions' must be at least 1",
    ],
  ],
  [
    "options of another type",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: string, logicalTypeOptions: { minItems: 1 } } ] } ] }",
    ["warning ContractUnknownField: 'schema[0].properties[0].logicalTypeOptions.minItems' is unknown"],
  ],
  [
    "an integer format that is none",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: integer, logicalTypeOptions: { format: int } } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].logicalTypeOptions.format' must be 'i8', 'i16', 'i32', 'i64', 'i128', 'u8', 'u16', 'u32', 'u64' or 'u128'",
    ],
  ],
  [
    "a multiple of nothing",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: number, logicalTypeOptions: { multipleOf: 0 } } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].logicalTypeOptions.multipleOf' must be more than 0",
    ],
  ],
  [
    "an exclusive bound as a switch",
    "v3.0.2",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: number, logicalTypeOptions: { maximum: 3, exclusiveMaximum: true } } ] } ] }",
    [],
  ],
  [
    "an exclusive bound as a switch",
    "v3.1.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: number, logicalTypeOptions: { maximum: 3, exclusiveMaximum: true } } ] } ] }",
    [
      "error ContractTypeInvalid: 'schema[0].properties[0].logicalTypeOptions.exclusiveMaximum' must be a number",
    ],
  ],
  [
    "allowed values",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, enum: [ { value: new }, { value: paid } ] } ] } ] }",
    [],
  ],
  [
    "allowed values that are no objects",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, enum: [ new ] } ] } ] }",
    ["error ContractTypeInvalid: 'schema[0].properties[0].enum[0]' must be a mapping of keys and values"],
  ],
  [
    "no allowed values at all",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, enum: [] } ] } ] }",
    ["error ContractValueInvalid: 'schema[0].properties[0].enum' must be a list of 1 or more"],
  ],
  [
    "an allowed value twice",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, enum: [ { value: 1 }, { value: 1, label: one } ] } ] } ] }",
    [
      "error ContractDuplicate: 'schema[0].properties[0].enum[1].value' is taken by 'schema[0].properties[0].enum[0].value'",
    ],
  ],
  [
    "allowed values",
    "v3.1.0",
    "{ schema: [ { name: orders, properties: [ { name: id, enum: [ { value: new } ] } ] } ] }",
    ["warning ContractUnknownField: 'schema[0].properties[0].enum' came with ODCS v3.2"],
  ],
  [
    "a flag in quotes",
    "v3.2.0",
    '{ schema: [ { name: orders, properties: [ { name: id, required: "true" } ] } ] }',
    ["error ContractTypeInvalid: 'schema[0].properties[0].required' must be true or false"],
  ],
  [
    "a semantic type that is none",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, semanticType: fact } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].semanticType' must be 'column', 'measure' or 'dimension'",
    ],
  ],
  [
    "a reference",
    "v3.1.0",
    "{ schema: [ { name: orders, properties: [ { name: id, relationships: [ { to: customers.id } ] } ] } ] }",
    [],
  ],
  [
    "a reference by ids into another file",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, relationships: [ { to: users.odcs.yaml#/schema/users/properties/id } ] } ] } ] }",
    [],
  ],
  [
    "a reference to nowhere",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, relationships: [ { to: customers id } ] } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].properties[0].relationships[0].to' must be 'table.column' or '/schema/<id>/properties/<id>', after 'file.yaml#' if it is in another contract",
    ],
  ],
  [
    "a relationship of an object without a source",
    "v3.2.0",
    "{ schema: [ { name: a, relationships: [ { to: b.id } ] } ] }",
    ["error ContractMissingField: 'schema[0].relationships[0]' has no 'from'"],
  ],
  [
    "nested items",
    "v3.2.0",
    "{ schema: [ { name: orders, properties: [ { name: id, logicalType: array, items: { logicalType: object, properties: [ { logicalType: string } ] } } ] } ] }",
    ["error ContractMissingField: 'schema[0].properties[0].items.properties[0]' has no 'name'"],
  ],
  [
    "a library rule",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { metric: rowCount, mustBeGreaterThan: 0 } ] } ] }",
    [],
  ],
  [
    "a library rule without a measure",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { type: library, mustBe: 0 } ] } ] }",
    ["error ContractMissingField: 'schema[0].quality[0]' has no 'metric'"],
  ],
  [
    "a library rule of v3.0",
    "v3.0.2",
    "{ schema: [ { name: orders, quality: [ { rule: duplicateCount, mustBeLessThan: 10 } ] } ] }",
    [],
  ],
  [
    "a library rule of v3.0",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { metric: rowCount, rule: rowCount, mustBe: 1 } ] } ] }",
    ["warning ContractDeprecated: 'schema[0].quality[0].rule' is deprecated in this form"],
  ],
  [
    "a rule that compares with nothing",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { metric: rowCount } ] } ] }",
    ["error ContractMissingField: a library quality rule has nothing to compare with"],
  ],
  [
    "a rule that compares twice",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { type: sql, query: select 1, mustBe: 1, mustNotBe: 2 } ] } ] }",
    ["error ContractValueInvalid: a sql quality rule compares in 2 ways"],
  ],
  [
    "a range of one",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { metric: rowCount, mustBeBetween: [ 1 ] } ] } ] }",
    ["error ContractValueInvalid: 'schema[0].quality[0].mustBeBetween' must be a list of 2"],
  ],
  [
    "a custom rule without an engine",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { type: custom, implementation: x } ] } ] }",
    ["error ContractMissingField: 'schema[0].quality[0]' has no 'engine'"],
  ],
  [
    "a rule in words",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { type: text, description: clean } ] } ] }",
    [],
  ],
  [
    "a dimension that is none",
    "v3.2.0",
    "{ schema: [ { name: orders, quality: [ { type: text, dimension: complete } ] } ] }",
    [
      "error ContractValueInvalid: 'schema[0].quality[0].dimension' must be 'accuracy', 'completeness', 'conformity', 'consistency', 'coverage', 'timeliness' or 'uniqueness'",
    ],
  ],
  [
    "variables for scalars of any type",
    "v3.2.0",
    '{ servers: [ { server: main, type: postgres, host: "${HOST}", port: "${PORT:-5432}", database: d, schema: s } ], schema: [ { name: orders, properties: [ { name: id, required: "${STRICT}", primaryKeyPosition: "${POSITION}" } ] } ] }',
    [],
  ],
];

describe("the schema of a contract", () => {
  test.each(ROWS)("%s, in %s: %s", expectStructure);
});
