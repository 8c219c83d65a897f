import { parse } from "yaml";
import {
  newContract,
  NEW_CONTRACT_RETENTION_DAYS,
  NEW_CONTRACT_VERSION,
  readContract,
} from "../../src/contract";

const OPTIONS = {
  domain: "orders",
  product: "order-placed",
  owner: "orders@example.com",
  team: "order-management",
};

describe("a new contract", () => {
  test.each([
    [
      "a topic and tables",
      { topicName: "orders.order-placed.v1", tables: ["orders", "order_lines"] },
      ["topic", "table", "table"],
    ],
    ["neither", {}, ["file"]],
  ])("for %s reads without a problem", (_what, ports, types) => {
    const { contract, problems } = readContract("c.yaml", parse(newContract({ ...OPTIONS, ...ports })));

    expect(problems).toEqual([]);
    expect(contract?.objects.map(({ physicalType }) => physicalType)).toEqual(types);
    expect(contract?.objects.every(({ fields }) => fields[0]?.primaryKeyPosition === 1)).toBe(true);
  });

  test("says whose it is, and promises what it was told to", () => {
    const { contract } = readContract(
      "c.yaml",
      parse(
        newContract({ ...OPTIONS, version: "2.0.0", topicName: "orders.order-placed.v2", retentionDays: 30 }),
      ),
    );

    expect(contract).toMatchObject({
      apiVersion: "v3.2.0",
      id: "orders.order-placed.v2",
      version: "2.0.0",
      status: "draft",
      domain: "orders",
      sla: [{ property: "retention", value: 30, unit: "d" }],
    });
    expect(contract?.objects).toMatchObject([
      { name: "order_placed", physicalName: "orders.order-placed.v2" },
    ]);
    expect(parse(newContract(OPTIONS))).toMatchObject({
      team: { name: "order-management", members: [{ username: "orders@example.com", role: "Owner" }] },
    });
  });

  test("has the documented defaults", () => {
    expect(NEW_CONTRACT_VERSION).toBe("1.0.0");
    expect(NEW_CONTRACT_RETENTION_DAYS).toBe(7);
    expect(parse(newContract(OPTIONS))).toMatchObject({
      version: NEW_CONTRACT_VERSION,
      slaProperties: [{ value: NEW_CONTRACT_RETENTION_DAYS, unit: "d" }],
    });
  });

  test("keeps names that YAML would take for something else", () => {
    const { contract } = readContract(
      "c.yaml",
      parse(newContract({ ...OPTIONS, tables: ["on", "true", "no"] })),
    );

    expect(contract?.objects.map(({ name }) => name)).toEqual(["on", "true", "no"]);
  });
});
