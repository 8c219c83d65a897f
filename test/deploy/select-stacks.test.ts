import { selectForDeploy, selectForDestroy } from "../../src/deploy/select-stacks";
import type { Order } from "../../src/deploy/schedule";

const AFTER: Order = new Map([
  ["platform", []],
  ["analytics-boundary", ["platform"]],
  ["orders-boundary", ["platform"]],
  ["analytics", ["analytics-boundary"]],
  ["orders", ["orders-boundary", "analytics-boundary"]],
]);

const stacks = (...deployed: string[]) => ({
  after: AFTER,
  isDeployed: (name: string) => deployed.includes(name),
});

describe("to deploy", () => {
  test("nothing named is everything", () => {
    expect(selectForDeploy(stacks("platform"), [])).toEqual(AFTER);
  });

  test("a domain brings what it stands on, and no other domain", () => {
    expect([...selectForDeploy(stacks(), ["orders"]).keys()]).toEqual([
      ...["platform", "analytics-boundary", "orders-boundary", "orders"],
    ]);
  });

  test("what is deployed as it is stays out, with what only it needs", () => {
    const selected = selectForDeploy(stacks("platform", "analytics-boundary"), ["orders"]);

    expect(selected).toEqual(
      new Map([
        ["orders-boundary", []],
        ["orders", ["orders-boundary"]],
      ]),
    );
  });

  test("a stack that is named is in, deployed or not", () => {
    expect([...selectForDeploy(stacks(...AFTER.keys()), ["orders-boundary"]).keys()]).toEqual([
      "orders-boundary",
    ]);
  });

  test("a name without a stack is an error that lists the domains", () => {
    expect(() => selectForDeploy(stacks(), ["order"])).toThrow(
      "there is no stack 'order' in this environment; there are: analytics, orders",
    );
  });
});

describe("to destroy", () => {
  test("everything goes in reverse, each stack after those that stand on it", () => {
    const selected = selectForDestroy(stacks(), []);

    expect([...selected.keys()].at(-1)).toBe("platform");
    expect(selected.get("platform")).toEqual(["orders-boundary", "analytics-boundary"]);
    expect(selected.get("analytics-boundary")).toEqual(["orders", "analytics"]);
    expect(selected.get("orders")).toEqual([]);
  });

  test("a domain goes alone: boundaries serve other domains too", () => {
    expect(selectForDestroy(stacks(), ["orders"])).toEqual(new Map([["orders", []]]));
  });
});
