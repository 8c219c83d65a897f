import { parse } from "yaml";
import { readContract, type Contract } from "../../src/contract";

type Data = Record<string, unknown>;

/** A contract of v3.2 without a problem, with some keys set otherwise. */
export function contractData(overrides: Data = {}): Data {
  return {
    apiVersion: "v3.2.0",
    kind: "DataContract",
    id: "orders.order-placed.v1",
    version: "1.0.0",
    status: "active",
    ...overrides,
  };
}

/** The data of a contract with one table. */
export function tableData(properties: readonly Data[], overrides: Data = {}): Data {
  return contractData({
    schema: [{ name: "orders", physicalType: "table", properties }],
    ...overrides,
  });
}

/** Reads data that has to be right. */
export function contractOf(data: Data): Contract {
  const { contract, problems } = readContract("contract.odcs.yaml", data);
  expect(problems).toEqual([]);
  if (contract === undefined) throw new Error("no contract was read");
  return contract;
}

/** `code path: message`, for everything that is wrong with some data. */
export function problemsOf(data: unknown): string[] {
  return readContract("contract.odcs.yaml", data).problems.map(
    ({ code, severity, message }) => `${severity} ${code}: ${message}`,
  );
}

/** What is written in which version, and everything that is said about it. */
export type StructureRow = [what: string, apiVersion: string, yaml: string, problems: string[]];

/** Reads the YAML of a row as part of a contract of its version. */
export function expectStructure(_what: string, apiVersion: string, yaml: string, expected: string[]): void {
  const data = parse(yaml) as Data;

  const problems = problemsOf(contractData({ apiVersion, ...data }));

  expect(problems).toEqual(expected);
}
