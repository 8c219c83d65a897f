import { parseEvent, remarkFrom } from "../../src/deploy/terraform";

const line = (content: object) => JSON.stringify({ "@level": "info", "@module": "terraform.ui", ...content });
const resource = { addr: "kafka_topic.Orders" };

test.each([
  ["create", "create"],
  ["update", "update"],
  ["replace", "replace"],
  ["delete", "delete"],
  ["remove", "delete"],
])("a planned %s is a %s", (action, expected) => {
  expect(parseEvent(line({ type: "planned_change", change: { resource, action } }))).toEqual({
    kind: "planned",
    address: "kafka_topic.Orders",
    action: expected,
  });
});

test.each([
  line({ type: "planned_change", change: { resource, action: "noop" } }),
  line({ type: "version", terraform: "1.11.4" }),
  "",
  "not JSON",
  "null",
  "3",
])("%p says nothing that matters", (text) => {
  expect(parseEvent(text)).toBeUndefined();
});

test("what was applied, drifted or printed is told", () => {
  expect(parseEvent(line({ type: "apply_complete", hook: { resource } }))).toMatchObject({ kind: "applied" });
  expect(parseEvent(line({ type: "resource_drift", change: { resource, action: "update" } }))).toMatchObject({
    kind: "drifted",
  });
  expect(parseEvent(line({ type: "outputs", outputs: {} }))).toEqual({ kind: "outputs" });
});

test("a remark has its address, or that of the block it is about", () => {
  const remark = { severity: "error", summary: "Taken", detail: "The name is taken.\n" };
  const context = "resource.kafka_topic.Orders.lifecycle.postcondition[0]";

  expect(
    parseEvent(line({ type: "diagnostic", diagnostic: { ...remark, address: "kafka_topic.Orders" } })),
  ).toEqual({
    kind: "remark",
    remark: {
      severity: "error",
      summary: "Taken",
      detail: "The name is taken.",
      address: "kafka_topic.Orders",
    },
  });
  expect(
    parseEvent(line({ type: "diagnostic", diagnostic: { ...remark, snippet: { context } } })),
  ).toMatchObject({
    remark: { address: "kafka_topic.Orders" },
  });
  expect(parseEvent(line({ type: "diagnostic", diagnostic: { summary: "Odd" } }))).toEqual({
    kind: "remark",
    remark: { severity: "error", summary: "Odd", detail: "" },
  });
});

test("a message for people becomes a remark without its frame", () => {
  const text = "noise\n\n╷\n│ Error: Failed to get\n│ \n│ The reason,\n│ on two lines\n╵\n";

  expect(remarkFrom(text)).toEqual({
    severity: "error",
    summary: "Failed to get",
    detail: "The reason,\non two lines",
  });
  expect(remarkFrom("")).toMatchObject({ summary: "Terraform ended without a word" });
});
