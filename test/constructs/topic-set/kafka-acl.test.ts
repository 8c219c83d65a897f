import { defineAcls } from "../../../constructs/topic-set";
import { ordersApp } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { aclsOf, messageOf } from "./kafka-environments";

const group = (resourceName: string) =>
  ({ resourceType: "Group", resourceName, pattern: "Prefixed", operations: ["Read"] }) as const;

it.each(["orders", "orders*", "", ".", "orders.."])(
  "a prefix %j, which other domains share, is refused",
  (prefix) => {
    const stack = testStack();

    expect(messageOf(() => defineAcls(stack, ordersApp, "scram", [group(prefix)]))).toBe(
      `[orders] PrefixOverlap: Group prefix '${prefix}' does not end in one '.', so it matches other domains too`,
    );
    expect(stack.node.children).toEqual([]);
  },
);

it("ACLs that differ in one part have different addresses", () => {
  const entries = [
    group("orders.a."),
    { ...group("orders.a."), operations: ["Describe"] as const },
    { ...group("orders.a."), resourceType: "TransactionalID" as const },
    { ...group("orders.a."), pattern: "Literal" as const },
    group("orders.b."),
  ];

  const template = Template.from((stack) => {
    defineAcls(stack, ordersApp, "scram", entries);
    defineAcls(stack, { ...ordersApp, app: "other" }, "scram", entries);
  });

  expect(new Set(aclsOf(template)).size).toBe(10);
});
