import { retentionIsKept } from "../../../src/contract/consistency/retention";
import { bucket, contract, found, schema, topic } from "./support";

const SCHEMA = [
  { name: "event", physicalType: "topic" },
  { name: "orders", physicalType: "table" },
  { name: "archive", physicalType: "file" },
];
const promise = (value: unknown, unit?: string, more: Record<string, unknown> = {}) =>
  contract({
    schema: SCHEMA,
    slaProperties: [{ property: "Retention", value, ...(unit && { unit }), ...more }],
  });

describe("what a contract promises to keep", () => {
  test.each([
    ["as long as the topic does", promise(7, "d"), topic(7)],
    ["shorter than the topic does", promise(1, "week"), topic(8)],
    ["as long as the port that keeps it longest", promise(400, "d"), { ...topic(7), ...bucket(400) }],
    ["and the bucket never deletes", promise(10, "y"), bucket()],
    ["and compaction keeps the latest", promise(10, "y"), topic(7, "compact")],
    ["and a table keeps it", promise(10, "y"), { ...topic(7), ...schema("orders") }],
    ["in a variable", promise("${DAYS}", "d"), topic(1)],
    ["in a port that is not there", promise(9, "d", { element: "archive" }), topic(1)],
    [
      "is something else",
      contract({ slaProperties: [{ property: "latency", value: 9, unit: "d" }] }),
      topic(1),
    ],
  ])("%s is kept", (_what, of, product) => {
    expect(found(retentionIsKept, of, product)).toEqual([]);
  });

  test("longer than any port does is found", () => {
    expect(found(retentionIsKept, promise(30, "d"), { ...topic(7), ...bucket(14) })).toEqual([
      "error ContractRetentionShort contract.odcs.yaml slaProperties.0.value: " +
        "the contract promises to keep data 30d, the bucket keeps it 14d; " +
        "set ports.bucket.retention to 30d, or promise 14d",
    ]);
    expect(found(retentionIsKept, promise(8, "d"), topic(7, "compact,delete"))).toHaveLength(1);
  });

  test("of one element is that port's alone", () => {
    expect(
      found(retentionIsKept, promise(30, "d", { element: "event.at" }), { ...topic(7), ...bucket(90) }),
    ).toEqual([
      "error ContractRetentionShort contract.odcs.yaml slaProperties.0.value: " +
        "the contract promises to keep data 30d, the topic keeps it 7d; set ports.topic.retention to 30d, or promise 7d",
    ]);
    expect(
      found(retentionIsKept, promise(30, "d", { element: "archive" }), { ...topic(7), ...bucket(90) }),
    ).toEqual([]);
  });

  test("for the law is as long as data may stay, in every port", () => {
    const law = { driver: "regulatory" };

    expect(found(retentionIsKept, promise(7, "d", law), { ...topic(7), ...schema("orders") })).toEqual([]);
    expect(found(retentionIsKept, promise(7, "d", law), { ...topic(14), ...bucket() })).toEqual([
      "error ContractRetentionLong contract.odcs.yaml slaProperties.0.value: " +
        "the law lets data stay 7d, the topic keeps it 14d; set ports.topic.retention to 7d",
      "error ContractRetentionLong contract.odcs.yaml slaProperties.0.value: " +
        "the law lets data stay 7d, the bucket never deletes it; set ports.bucket.retention to 7d",
    ]);
    expect(found(retentionIsKept, promise(36, "h", law), topic(7, "compact"))).toEqual([
      "error ContractRetentionLong contract.odcs.yaml slaProperties.0.value: " +
        "the law lets data stay 36h, the topic never deletes it; set ports.topic.cleanup to delete, or to compact,delete",
    ]);
  });

  test("without a unit, or in one that is none, is found", () => {
    expect(found(retentionIsKept, promise(7), topic(7))).toEqual([
      "error ContractValueInvalid contract.odcs.yaml slaProperties.0.value: " +
        "the retention is no duration; write for example value: 7 and unit: d",
    ]);
    expect(found(retentionIsKept, promise(7, "dyas"), topic(7))).toEqual([
      "error ContractValueInvalid contract.odcs.yaml slaProperties.0.unit: " +
        "the retention is no duration; write unit: days",
    ]);
  });
});
