import { expectStructure, type StructureRow } from "./support";

const ROWS: StructureRow[] = [
  [
    "a contract of another kind",
    "v3.2.0",
    "{ kind: DataContracts }",
    ["error ContractValueInvalid: 'kind' must be 'DataContract'"],
  ],
  [
    "a version that YAML takes for a number",
    "v3.2.0",
    "{ version: 1 }",
    ["error ContractTypeInvalid: 'version' must be text"],
  ],
  [
    "a misspelt key",
    "v3.2.0",
    "{ slaPropertys: [] }",
    ["warning ContractUnknownField: 'slaPropertys' is unknown"],
  ],
  ["the context of v3.2", "v3.2.0", "{ context: ask for orders }", []],
  ["the context of v3.2 as an object", "v3.2.0", "{ context: { instructions: ask for orders } }", []],
  [
    "the context of v3.2",
    "v3.1.0",
    "{ context: ask }",
    ["warning ContractUnknownField: 'context' came with ODCS v3.2"],
  ],
  [
    "a context of another type",
    "v3.2.0",
    "{ context: 3 }",
    ["error ContractTypeInvalid: 'context' must be text or a mapping of keys and values"],
  ],
  [
    "a time without a zone",
    "v3.2.0",
    "{ contractCreatedTs: 2027-01-01T00:00:00 }",
    ["error ContractValueInvalid: 'contractCreatedTs' must be a time such as 2027-06-30T08:00:00Z"],
  ],
  ["the product's name", "v3.0.2", "{ dataProduct: orders }", []],
  [
    "the product's name",
    "v3.1.0",
    "{ dataProduct: orders }",
    ["warning ContractDeprecated: 'dataProduct' is deprecated in this form"],
  ],
  [
    "the default element",
    "v3.2.0",
    "{ slaDefaultElement: orders }",
    ["warning ContractDeprecated: 'slaDefaultElement' is deprecated in this form"],
  ],
  ["a team as a list", "v3.0.2", "{ team: [ { username: ada } ] }", []],
  [
    "a team as a list",
    "v3.1.0",
    "{ team: [ { username: ada } ] }",
    ["warning ContractDeprecated: 'team' is deprecated in this form"],
  ],
  ["a team as an object", "v3.1.0", "{ team: { members: [ { username: ada } ] } }", []],
  [
    "a team as an object",
    "v3.0.0",
    "{ team: { members: [] } }",
    ["error ContractTypeInvalid: 'team' must be a list"],
  ],
  [
    "a member without a name",
    "v3.2.0",
    "{ team: { members: [ { role: Owner } ] } }",
    ["error ContractMissingField: 'team.members[0]' has no 'username'"],
  ],
  [
    "a day that is none",
    "v3.2.0",
    "{ team: { members: [ { username: ada, dateIn: 2027-13-01 } ] } }",
    ["error ContractValueInvalid: 'team.members[0].dateIn' must be a date such as 2027-06-30"],
  ],
  [
    "support without a url",
    "v3.0.2",
    '{ support: [ { channel: "#orders" } ] }',
    ["error ContractMissingField: 'support[0]' has no 'url'"],
  ],
  ["support without a url", "v3.1.0", '{ support: [ { channel: "#orders" } ] }', []],
  [
    "a price in words",
    "v3.2.0",
    "{ price: { priceAmount: ten } }",
    ["error ContractTypeInvalid: 'price.priceAmount' must be a number"],
  ],
  [
    "an SLA without a value",
    "v3.2.0",
    "{ slaProperties: [ { property: retention } ] }",
    ["error ContractMissingField: 'slaProperties[0]' has no 'value'"],
  ],
  ["an SLA whose value is null", "v3.2.0", "{ slaProperties: [ { property: retention, value: null } ] }", []],
  [
    "an SLA whose value is a list",
    "v3.2.0",
    "{ slaProperties: [ { property: retention, value: [ 1 ] } ] }",
    ["error ContractTypeInvalid: 'slaProperties[0].value' must be a single value"],
  ],
  [
    "an SLA's schedule",
    "v3.0.2",
    "{ slaProperties: [ { property: latency, value: 1, schedule: 0 20 * * * } ] }",
    ["warning ContractUnknownField: 'slaProperties[0].schedule' came with ODCS v3.1"],
  ],
  ["a vendor", "v3.2.0", "{ customProperties: [ { property: a, value: 1, vendor: acme } ] }", []],
  [
    "a vendor",
    "v3.1.0",
    "{ customProperties: [ { property: a, value: 1, vendor: acme } ] }",
    ["warning ContractUnknownField: 'customProperties[0].vendor' came with ODCS v3.2"],
  ],
  [
    "a vendor in capitals",
    "v3.2.0",
    "{ customProperties: [ { property: a, value: 1, vendor: Acme } ] }",
    [
      "warning ContractValueInvalid: 'customProperties[0].vendor' must be lower-case letters, digits and '-', starting with a letter or digit",
    ],
  ],
  [
    "custom properties as a mapping",
    "v3.2.0",
    "{ customProperties: { a: 1 } }",
    ["error ContractTypeInvalid: 'customProperties' must be a list"],
  ],
  [
    "an id with a dot",
    "v3.2.0",
    "{ tags: [ a ], slaProperties: [ { id: a.b, property: latency, value: 1 } ] }",
    ["error ContractValueInvalid: 'slaProperties[0].id' must be letters, digits, '_' and '-'"],
  ],
  [
    "two equal ids",
    "v3.1.0",
    "{ slaProperties: [ { id: a, property: latency, value: 1 }, { id: a, property: frequency, value: 1 } ] }",
    ["error ContractDuplicate: 'slaProperties[1].id' is taken by 'slaProperties[0].id'"],
  ],
  [
    "a variable for a list",
    "v3.2.0",
    '{ tags: "${TAGS}" }',
    ["error ContractTypeInvalid: 'tags' must be a list"],
  ],
];

describe("the root of a contract", () => {
  test.each(ROWS)("%s, in %s: %s", expectStructure);
});
