import { compactedTopicHasKey } from "../../../src/contract/consistency/compaction";
import { serversMatchNames } from "../../../src/contract/consistency/servers";
import { tablesAreDescribed } from "../../../src/contract/consistency/tables";
import { bucket, contract, contractWith, found, schema, topic } from "./support";

const BUCKET = "s3://shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/";

describe("a compacted topic", () => {
  const record = (key: boolean, object = {}) => contractWith([{ name: "id", primaryKey: key }], object);

  test("has a key in the contract", () => {
    expect(found(compactedTopicHasKey, record(true), topic(7, "compact"))).toEqual([]);
    expect(
      found(compactedTopicHasKey, record(true, { physicalType: "topic" }), topic(7, "compact,delete")),
    ).toEqual([]);
    expect(found(compactedTopicHasKey, record(false), topic(7))).toEqual([]);
    expect(found(compactedTopicHasKey, record(false), bucket())).toEqual([]);
  });

  test("without one is found", () => {
    expect(found(compactedTopicHasKey, record(false), topic(7, "compact"))).toEqual([
      "error ContractKeyMissing contract.odcs.yaml schema.0: the topic is compacted, but 'orders' has no key; " +
        "set primaryKey: true on the property that is the record's key, or ports.topic.cleanup to delete",
    ]);
  });

  test("is described by an object of its own: a table's key is none of it", () => {
    expect(found(compactedTopicHasKey, record(true, { physicalType: "table" }), topic(7, "compact"))).toEqual(
      [
        "error ContractKeyMissing contract.odcs.yaml schema: " +
          "the topic is compacted, but no object of the contract describes its records; " +
          "add an object with physicalType: topic and a property with primaryKey: true",
      ],
    );
  });
});

describe("server entries", () => {
  const server = (entry: Record<string, unknown>) => contract({ servers: [{ server: "main", ...entry }] });
  const postgres = (database: string, name: string) =>
    server({ type: "postgres", host: "h", port: 5432, database, schema: name, environment: "prod" });

  test.each([
    ["a bucket's prefix", server({ type: "s3", location: BUCKET, environment: "prod" }), bucket()],
    [
      "a prefix without its slash",
      server({ type: "s3", location: BUCKET.slice(0, -1), environment: "prod" }),
      bucket(),
    ],
    ["files below it", server({ type: "s3", location: `${BUCKET}*.parquet`, environment: "prod" }), bucket()],
    ["the prefix of one environment", server({ type: "s3", location: BUCKET }), bucket()],
    ["a variable", server({ type: "s3", location: "s3://${BUCKET}/x/", environment: "prod" }), bucket()],
    ["a schema", postgres("mesh", "orders__order_placed__v1"), schema("orders")],
    ["a cluster", server({ type: "kafka", host: "b-1:9098", environment: "dev" }), topic(7)],
    ["another system", server({ type: "snowflake", account: "a", database: "b", schema: "c" }), {}],
  ])("that name %s match", (_what, of, product) => {
    expect(found(serversMatchNames, of, product)).toEqual([]);
  });

  test("that name something else are found, with the right value", () => {
    const other = BUCKET.replace("order-placed", "order-paid");

    expect(
      found(serversMatchNames, server({ type: "s3", location: other, environment: "prod" }), bucket()),
    ).toEqual([
      "error ContractServerMismatch contract.odcs.yaml servers.0.location: " +
        `server 'main' says location '${other}', in 'prod' it is '${BUCKET}'; write '${BUCKET}'`,
    ]);
    expect(found(serversMatchNames, postgres("shop", "orders"), schema("orders"))).toEqual([
      "error ContractServerMismatch contract.odcs.yaml servers.0.database: " +
        "server 'main' says database 'shop', in 'prod' it is 'mesh'; write 'mesh'",
      "error ContractServerMismatch contract.odcs.yaml servers.0.schema: server 'main' says schema 'orders', " +
        "in 'prod' it is 'orders__order_placed__v1'; write 'orders__order_placed__v1'",
    ]);
  });

  test("of a port that the product has not are found, and of an environment that is none", () => {
    expect(found(serversMatchNames, server({ type: "kafka", host: "h" }), bucket())).toEqual([
      "error ContractServerMismatch contract.odcs.yaml servers.0.type: " +
        "server 'main' is of type 'kafka', but the product has no topic port; take the server out, or add ports.topic",
    ]);
    expect(
      found(serversMatchNames, server({ type: "kafka", host: "h", environment: "prd" }), topic(7)),
    ).toEqual([
      "warning ContractServerMismatch contract.odcs.yaml servers.0.environment: " +
        "server 'main' is in 'prd', which is no environment of the mesh; write 'prod'",
    ]);
  });

  test("a topic is called by its computed name, if by any", () => {
    const named = (physicalName?: string) =>
      contract({ schema: [{ name: "event", physicalType: "topic", ...(physicalName && { physicalName }) }] });

    expect(found(serversMatchNames, named(), topic(7))).toEqual([]);
    expect(found(serversMatchNames, named("orders.order-placed.v1"), topic(7))).toEqual([]);
    expect(found(serversMatchNames, named("orders.order-placed"), topic(7))).toEqual([
      "error ContractServerMismatch contract.odcs.yaml schema.0.physicalName: " +
        "the topic is called 'orders.order-placed.v1'; write 'orders.order-placed.v1'",
    ]);
  });
});

describe("the tables of the schema port", () => {
  const tables = (...names: string[]) =>
    contract({ schema: names.map((name) => ({ name, physicalType: "table" })) });

  test("are those of the contract, by physical name", () => {
    expect(
      found(tablesAreDescribed, tables("orders", "order_lines"), schema("order_lines", "orders")),
    ).toEqual([]);
    expect(
      found(
        tablesAreDescribed,
        contract({
          schema: [{ name: "Orders", physicalName: "orders", physicalType: "view" }, { name: "event" }],
        }),
        schema("orders"),
      ),
    ).toEqual([]);
    expect(found(tablesAreDescribed, tables("orders"), topic(7))).toEqual([]);
  });

  test("that are missing on either side are found", () => {
    expect(found(tablesAreDescribed, tables("order_line", "payments"), schema("order_lines"))).toEqual([
      "error ContractTablesMismatch product.yaml ports.schema.tables.0: table 'order_lines' is not in the contract; " +
        "write 'order_line', or describe 'order_lines' in contract.odcs.yaml",
      "error ContractTablesMismatch contract.odcs.yaml schema.0.name: 'order_line' is a table of the contract, " +
        "but not of the schema port; write 'order_lines', or add 'order_line' to ports.schema.tables",
      "error ContractTablesMismatch contract.odcs.yaml schema.1.name: 'payments' is a table of the contract, " +
        "but not of the schema port; add 'payments' to ports.schema.tables",
    ]);
  });

  test("have to be called tables", () => {
    expect(
      found(tablesAreDescribed, contract({ schema: [{ name: "orders" }] }), schema("orders", "lines")),
    ).toEqual([
      "error ContractTablesMismatch product.yaml ports.schema.tables.0: table 'orders' is not in the contract; " +
        "set physicalType: table on 'orders' in contract.odcs.yaml",
      "error ContractTablesMismatch product.yaml ports.schema.tables.1: table 'lines' is not in the contract; " +
        "describe it in contract.odcs.yaml, or take it out",
    ]);
  });
});
