import { expectStructure, type StructureRow } from "./support";

const ROWS: StructureRow[] = [
  [
    "a server of a wrong type",
    "v3.2.0",
    "{ servers: [ { server: main, type: postgress } ] }",
    ["error ContractValueInvalid: 'servers[0].type' must be one of the 44 values of the standard"],
  ],
  [
    "a server of a later type",
    "v3.1.0",
    "{ servers: [ { server: main, type: iceberg } ] }",
    ["error ContractValueInvalid: 'servers[0].type' must be one of the 34 values of the standard"],
  ],
  ["a hive server", "v3.1.0", "{ servers: [ { server: main, type: hive, host: h, database: d } ] }", []],
  [
    "a Kafka server without a host",
    "v3.2.0",
    "{ servers: [ { server: main, type: kafka } ] }",
    ["error ContractMissingField: 'servers[0]' has no 'host'"],
  ],
  [
    "a Kafka server with a database",
    "v3.2.0",
    "{ servers: [ { server: main, type: kafka, host: h, database: d } ] }",
    ["warning ContractUnknownField: 'servers[0].database' is unknown"],
  ],
  [
    "an S3 server without a location",
    "v3.0.2",
    "{ servers: [ { server: main, type: s3 } ] }",
    ["error ContractMissingField: 'servers[0]' has no 'location'"],
  ],
  [
    "a Postgres server without all",
    "v3.2.0",
    "{ servers: [ { server: main, type: postgres } ] }",
    [
      "error ContractMissingField: 'servers[0]' has no 'host'",
      "error ContractMissingField: 'servers[0]' has no 'port'",
      "error ContractMissingField: 'servers[0]' has no 'database'",
      "error ContractMissingField: 'servers[0]' has no 'schema'",
    ],
  ],
  [
    "a port as text",
    "v3.2.0",
    '{ servers: [ { server: main, type: mysql, host: h, port: "3306", database: d } ] }',
    [],
  ],
  [
    "a port as text",
    "v3.1.0",
    '{ servers: [ { server: main, type: mysql, host: h, port: "3306", database: d } ] }',
    ["error ContractTypeInvalid: 'servers[0].port' must be a whole number"],
  ],
  [
    "a port as a list",
    "v3.2.0",
    "{ servers: [ { server: main, type: mysql, host: h, port: [ 1 ], database: d } ] }",
    ["error ContractTypeInvalid: 'servers[0].port' must be a whole number or text"],
  ],
  [
    "an encoding",
    "v3.1.0",
    "{ servers: [ { server: main, type: s3, location: s3://a/b, encoding: utf-8 } ] }",
    ["warning ContractUnknownField: 'servers[0].encoding' came with ODCS v3.2"],
  ],
  [
    "Athena without a staging directory",
    "v3.1.0",
    "{ servers: [ { server: main, type: athena, schema: s } ] }",
    ["error ContractMissingField: 'servers[0]' has no 'stagingDir'"],
  ],
  [
    "Athena without a staging directory",
    "v3.2.0",
    "{ servers: [ { server: main, type: athena, schema: s, workgroup: w } ] }",
    [],
  ],
  [
    "two servers of one name",
    "v3.2.0",
    "{ servers: [ { server: a, type: custom }, { server: a, type: custom } ] }",
    ["error ContractDuplicate: 'servers[1].server' is taken by 'servers[0].server'"],
  ],
];

describe("the servers of a contract", () => {
  test.each(ROWS)("%s, in %s: %s", expectStructure);
});
