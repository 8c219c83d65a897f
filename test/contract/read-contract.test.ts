import { readContract } from "../../src/contract";
import { contractData, contractOf, problemsOf, tableData } from "./support";

describe("what is no contract that is read", () => {
  test.each([
    [undefined, "ContractMissingField", "the contract has no 'apiVersion'", "add apiVersion: v3.2.0"],
    ["3.1.0", "ContractVersionUnsupported", "this version of ODCS is not read", "write v3.1.0"],
    ["3.0", "ContractVersionUnsupported", "this version of ODCS is not read", "write v3.0.2"],
    ["v3.2.1", "ContractVersionUnsupported", "this version of ODCS is not read", "write v3.2.0"],
    [
      "v2.2.2",
      "ContractVersionUnsupported",
      "this version of ODCS is not read",
      "move the contract to v3.2.0: v2 names its tables, columns and root keys otherwise",
    ],
    [3.1, "ContractVersionUnsupported", "this version of ODCS is not read", "write v3.1.0"],
    ["${VERSION}", "ContractVersionUnsupported", "this version of ODCS is not read", "write v3.2.0"],
  ])("apiVersion %s is a problem with a fix", (apiVersion, code, message, fix) => {
    const { contract, problems } = readContract("c.yaml", contractData({ apiVersion }));

    expect(contract).toBeUndefined();
    expect(problems).toMatchObject([
      { code, message, fix, rule: expect.stringContaining("'v3.2.0'") as string },
    ]);
  });

  test.each([[null], ["text"], [[1]]])("%j is no mapping", (value) => {
    expect(problemsOf(value)).toEqual([
      "error ContractTypeInvalid: the contract must be a mapping of keys and values",
    ]);
  });

  test("v3.1.0 and v3.2.0 can do without a status only as their standards say", () => {
    const { status: _status, ...data } = contractData();

    expect(problemsOf(data)).toEqual([]);
    expect(problemsOf({ ...data, apiVersion: "v3.1.0" })).toEqual([
      "error ContractMissingField: the contract has no 'status'",
    ]);
  });
});

describe("problems", () => {
  test("all are found at once, each with place, value, rule and fix, and the contract is there all the same", () => {
    const { contract, problems } = readContract(
      "domains/orders/products/order-placed/contract.odcs.yaml",
      contractData({
        stauts: "active",
        servers: [{ server: "prod", type: "kafka" }],
        schema: [{ name: "orders", properties: [{ name: "id", logicalType: "strnig", required: "yes" }] }],
      }),
    );

    const file = "domains/orders/products/order-placed/contract.odcs.yaml";
    expect(problems).toEqual([
      {
        code: "ContractUnknownField",
        severity: "warning",
        message: "'stauts' is unknown",
        value: "stauts",
        rule: "a contract has no such key in ODCS v3.2",
        fix: "write 'status'",
        at: { file, path: ["stauts"], onKey: true },
      },
      {
        code: "ContractMissingField",
        severity: "error",
        message: "'servers[0]' has no 'host'",
        rule: "a kafka server needs 'host' in ODCS v3.2",
        fix: "add 'host'",
        at: { file, path: ["servers", 0] },
      },
      {
        code: "ContractValueInvalid",
        severity: "error",
        message: expect.stringMatching(/^'schema\[0\]\.properties\[0\]\.logicalType' must be /) as string,
        value: '"strnig"',
        rule: expect.stringContaining("'string', 'date'") as string,
        fix: "write 'string'",
        at: { file, path: ["schema", 0, "properties", 0, "logicalType"] },
      },
      {
        code: "ContractTypeInvalid",
        severity: "error",
        message: "'schema[0].properties[0].required' must be true or false",
        value: '"yes"',
        rule: "true or false",
        fix: "write true or false",
        at: { file, path: ["schema", 0, "properties", 0, "required"] },
      },
    ]);
    expect(contract?.objects.map(({ name }) => name)).toEqual(["orders"]);
  });

  test.each([
    ["a number where text is wanted", { version: 1.5 }, 'put it in quotes: "1.5"'],
    ["a quoted number", { price: { priceAmount: "10" } }, "take the quotes away: 10"],
    ["a key without a value", { status: null }, "fill it in, or take the key out"],
    ["a mapping where a list is wanted", { servers: { a: 1 } }, "start every entry with '- '"],
    [
      "a key of a later version",
      { apiVersion: "v3.1.0", context: "x" },
      "set apiVersion: v3.2.0, or take it out",
    ],
    ["an unknown key like no other", { somethingElse: 1 }, "take it out, or move it to 'customProperties'"],
    ["a team as a list", { team: [{ username: "a" }] }, "put the list below 'team.members'"],
  ])("%s has a fix of its own", (_what, overrides, fix) => {
    const { problems } = readContract("c.yaml", contractData(overrides));

    expect(problems.map((problem) => problem.fix)).toEqual([fix]);
  });

  test("long values are cut, prototype keys are keys like others", () => {
    const data = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Record<string, unknown>;
    const { problems } = readContract("c.yaml", { ...contractData({ kind: "x".repeat(200) }), ...data });

    expect(problems.map(({ value }) => value)).toEqual([`"${"x".repeat(79)}…`, "__proto__", "constructor"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("names of tables and columns", () => {
  test("have to be plain SQL names, and a better one is offered", () => {
    const { problems } = readContract(
      "c.yaml",
      tableData([{ name: "orderId" }, { name: "x; DROP TABLE y" }]),
    );

    expect(problems).toMatchObject([
      {
        code: "ContractValueInvalid",
        message: "SQL name 'orderId' must be lower-case letters, digits and '_', not starting with a digit",
        fix: "write 'order_id', as 'physicalName' if the name itself has to stay",
        at: { path: ["schema", 0, "properties", 0, "name"] },
      },
      { fix: "write 'x_drop_table_y', as 'physicalName' if the name itself has to stay" },
    ]);
  });

  test("are the physical ones, of columns only, and only of tables and views", () => {
    const nested = {
      name: "Address",
      physicalName: "address",
      logicalType: "object",
      properties: [{ name: "ZIP" }],
    };

    expect(problemsOf(tableData([nested]))).toEqual([]);
    expect(problemsOf(contractData({ schema: [{ name: "Orders", physicalType: "topic" }] }))).toEqual([]);
    expect(problemsOf(contractData({ schema: [{ name: "Orders", physicalType: "VIEW" }] }))).toEqual([
      "error ContractValueInvalid: SQL name 'Orders' must be lower-case letters, digits and '_', not starting with a digit",
    ]);
  });

  test("two columns cannot stand at one position of the key", () => {
    const key = { primaryKey: true, primaryKeyPosition: 1 };

    expect(
      problemsOf(
        tableData([
          { name: "a", ...key },
          { name: "b", ...key },
        ]),
      ),
    ).toEqual(["error ContractDuplicate: 'b' and 'a' are both at position 1 of the primary key"]);

    const nested = { name: "c", logicalType: "object", properties: [{ name: "d", ...key }] };
    expect(problemsOf(tableData([{ name: "a", ...key }, nested]))).toEqual([]);
  });
});

describe("custom properties of Meshwright's own", () => {
  const marked = (entry: Record<string, unknown>) =>
    tableData([{ name: "email", customProperties: [{ vendor: "meshwright", ...entry }] }]);

  test("mark personal data", () => {
    expect(contractOf(marked({ property: "personal", value: true })).objects[0]?.fields[0]?.personal).toBe(
      true,
    );
    expect(contractOf(marked({ property: "personal", value: false })).objects[0]?.fields[0]?.personal).toBe(
      false,
    );
    expect(
      contractOf(marked({ property: "personal", value: "${PII}" })).objects[0]?.fields[0]?.personal,
    ).toBe(true);
  });

  test("are checked, for a slip would be believed", () => {
    expect(problemsOf(marked({ property: "personel", value: true }))).toEqual([
      "error ContractUnknownField: 'schema[0].properties[0].customProperties[0].property' is no custom property of vendor 'meshwright'",
    ]);
    expect(problemsOf(marked({ property: "personal", value: "yes" }))).toEqual([
      "error ContractTypeInvalid: 'schema[0].properties[0].customProperties[0].value' must be true or false",
    ]);
    expect(
      problemsOf(
        contractData({ customProperties: [{ vendor: "meshwright", property: "personal", value: true }] }),
      ),
    ).toEqual([
      "error ContractValueInvalid: 'customProperties[0].property' must be on a property of the schema: whether it holds personal data",
    ]);
  });

  test("other vendors' are left alone", () => {
    expect(
      problemsOf(
        contractData({ customProperties: [{ vendor: "acme", property: "personel", value: [{ a: 1 }] }] }),
      ),
    ).toEqual([]);
  });
});

describe("the contract that is read", () => {
  test("has its objects, with nested fields behind their parents", () => {
    const contract = contractOf(
      contractData({
        schema: [
          {
            name: "order",
            physicalName: "orders.order-placed.v1",
            physicalType: "Topic",
            properties: [
              { name: "id", primaryKey: true, required: true, unique: true, logicalType: "string" },
              {
                name: "address",
                logicalType: "object",
                properties: [{ name: "city", tags: ["PII"], classification: "confidential" }],
              },
              {
                name: "lines",
                logicalType: "array",
                items: {
                  logicalType: "object",
                  properties: [{ name: "sku", logicalTypeOptions: { format: "uuid" } }],
                },
              },
              {
                name: "labels",
                logicalType: "map",
                map: { key: { logicalType: "string" }, value: { logicalType: "string" } },
              },
              {
                name: "status",
                enum: [{ value: "new" }, { value: 2 }],
                relationships: [{ to: "statuses.id" }],
              },
            ],
          },
        ],
      }),
    );

    const [object] = contract.objects;
    expect(object).toMatchObject({ physicalName: "orders.order-placed.v1", physicalType: "topic", index: 0 });
    expect(object?.fields.map(({ path, at }) => [path, at.slice(2).join(".")])).toEqual([
      ["id", "properties.0"],
      ["address", "properties.1"],
      ["address.city", "properties.1.properties.0"],
      ["lines", "properties.2"],
      ["lines[]", "properties.2.items"],
      ["lines[].sku", "properties.2.items.properties.0"],
      ["labels", "properties.3"],
      ["labels{key}", "properties.3.map.key"],
      ["labels{value}", "properties.3.map.value"],
      ["status", "properties.4"],
    ]);
    expect(object?.fields[0]).toMatchObject({
      primaryKeyPosition: 1,
      required: true,
      unique: true,
      personal: false,
    });
    expect(object?.fields[2]).toMatchObject({
      personal: true,
      classification: "confidential",
      required: false,
    });
    expect(object?.fields[5]).toMatchObject({ format: "uuid" });
    expect(object?.fields[9]).toMatchObject({ allowed: ["new", "2"], references: ["statuses.id"] });
  });

  test("numbers the columns of a key in their order, unless they say otherwise", () => {
    const positions = (properties: Record<string, unknown>[]) =>
      contractOf(tableData(properties)).objects[0]?.fields.map(
        ({ primaryKeyPosition }) => primaryKeyPosition,
      );

    expect(
      positions([{ name: "a", primaryKey: true }, { name: "b" }, { name: "c", primaryKey: true }]),
    ).toEqual([1, undefined, 2]);
    expect(
      positions([
        { name: "a", primaryKey: true, primaryKeyPosition: 2 },
        { name: "b", primaryKey: true, primaryKeyPosition: 1 },
        { name: "c", primaryKey: false, primaryKeyPosition: 3 },
      ]),
    ).toEqual([2, 1, undefined]);
    expect(positions([{ name: "a", primaryKey: true, primaryKeyPosition: -1 }])).toEqual([1]);
  });

  test("has its promises and servers, variables as they are written", () => {
    const contract = contractOf(
      contractData({
        domain: "orders",
        slaProperties: [
          { property: "Retention", value: "${DAYS}", unit: "d", driver: "Regulatory", element: "orders" },
        ],
        servers: [{ server: "prod", type: "s3", environment: "prod", location: "s3://${BUCKET}/x/" }],
      }),
    );

    expect(contract).toMatchObject({
      id: "orders.order-placed.v1",
      version: "1.0.0",
      status: "active",
      domain: "orders",
    });
    expect(contract.sla).toEqual([
      {
        property: "retention",
        value: "${DAYS}",
        unit: "d",
        driver: "regulatory",
        element: "orders",
        index: 0,
      },
    ]);
    expect(contract.servers).toMatchObject([
      { name: "prod", type: "s3", environment: "prod", location: "s3://${BUCKET}/x/", index: 0 },
    ]);
  });
});
