import { parse } from "yaml";
import { ContractEditError, readContract, writeContract } from "../../src/contract";

const upgrade = (text: string): string => writeContract(text, [{ kind: "upgrade" }]);

const OLD = `apiVersion: v3.0.2 # old
kind: DataContract
id: a
version: 1.0.0
status: active
dataProduct: orders # the name
slaDefaultElement: orders.id
slaProperties:
  - property: retention
    value: 7
    unit: d
  - property: latency
    value: 1
    element: orders.at
schema:
  - name: orders
    physicalType: table
    quality:
      - rule: rowCount # how many
        mustBeGreaterThan: 0
    properties:
      - name: amount
        logicalType: number
        logicalTypeOptions:
          minimum: 0   # not negative
          exclusiveMinimum: false
          maximum: 100
          exclusiveMaximum: true
        quality:
          - { rule: duplicateCount, mustBe: 0 }
team: # who
  # the owner
  - username: ada
    role: Owner

  - username: bob
`;

describe("an upgrade to v3.2.0", () => {
  test("turns every form that went away into its successor", () => {
    expect(upgrade(OLD)).toBe(`apiVersion: v3.2.0 # old
kind: DataContract
id: a
version: 1.0.0
status: active
# the name
slaProperties:
  - property: retention
    value: 7
    unit: d
    element: orders.id
  - property: latency
    value: 1
    element: orders.at
schema:
  - name: orders
    physicalType: table
    quality:
      - metric: rowCount # how many
        mustBeGreaterThan: 0
    properties:
      - name: amount
        logicalType: number
        logicalTypeOptions:
          minimum: 0   # not negative
          exclusiveMaximum: 100
        quality:
          - { metric: duplicateValues, mustBe: 0 }
team: # who
  members:
    # the owner
    - username: ada
      role: Owner

    - username: bob
customProperties:
  - property: dataProduct
    value: orders
`);
  });

  test("leaves a contract without a problem, and is then done", () => {
    const text = upgrade(OLD);

    expect(readContract("c.yaml", parse(OLD)).problems).toEqual([]);
    expect(readContract("c.yaml", parse(text)).problems).toEqual([]);
    expect(upgrade(text)).toBe(text);
  });

  test.each([
    ["team: [{ username: ada }] # us\n", "team: { members: [{ username: ada }] } # us\n"],
    [
      "team:\n- username: ada\n- username: bob\n",
      "team:\n  members:\n  - username: ada\n  - username: bob\n",
    ],
    ["team: { members: [] }\n", "team: { members: [] }\n"],
  ])("takes %j along", (team, expected) => {
    expect(upgrade(`apiVersion: v3.1.0\n${team}`)).toBe(`apiVersion: v3.2.0\n${expected}`);
  });

  test("leaves alone what only looks like an old form", () => {
    const text = `apiVersion: v3.2.0
schema:
  - name: a
    quality:
      - rule: validValues
    customProperties:
      - property: b
        value: { quality: [{ rule: rowCount }], logicalTypeOptions: { exclusiveMaximum: true } }
`;

    expect(upgrade(text)).toBe(text);
  });

  test("is not for v2", () => {
    expect(() => upgrade("apiVersion: v2.2.2\n")).toThrow(
      new ContractEditError("only contracts of v3.0.0, v3.0.1, v3.0.2, v3.1.0, v3.2.0 can be upgraded"),
    );
  });
});
