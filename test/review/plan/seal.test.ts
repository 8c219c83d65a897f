import { readPlan } from "../../../src/review/plan";

const entry = { type: "terraform_data", name: "Seal" };
const configured = (value: unknown, more: object = {}) => ({
  root_module: { resources: [{ ...entry, ...more, expressions: { input: { constant_value: value } } }] },
});
const changed = (before: object | null, after: object | null, more: object = {}) => [
  {
    address: "terraform_data.Seal",
    mode: "managed",
    ...entry,
    ...more,
    change: { actions: ["no-op"], before, after },
  },
];

const sealIn = (document: object): string | undefined =>
  readPlan(Buffer.from(JSON.stringify({ format_version: "1.2", ...document })), { stack: "x" }).plan.seal;

test.each<[string, object]>([
  [
    "its configuration",
    { configuration: configured("prod/orders"), resource_changes: changed({ input: "a/b" }, null) },
  ],
  ["what will be", { resource_changes: changed(null, { input: "prod/orders" }) }],
  ["what was, when it is destroyed", { resource_changes: changed({ input: "prod/orders" }, null) }],
])("a plan says by %s what it is of", (_what, document) => {
  expect(sealIn(document)).toBe("prod/orders");
});

test.each<[string, object]>([
  ["nothing of it", { resource_changes: [] }],
  ["it of another resource", { configuration: configured("prod/orders", { name: "Other" }) }],
  [
    "it of a module",
    { resource_changes: changed(null, { input: "prod/orders" }, { module_address: "module.a" }) },
  ],
  [
    "it in a wrong shape",
    { configuration: configured({ a: 1 }), resource_changes: changed(null, { input: 1 }) },
  ],
])("a plan that says %s is of nothing known", (_what, document) => {
  expect(sealIn(document)).toBeUndefined();
});
