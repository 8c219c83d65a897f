import fc from "fast-check";
import { lightened, MAX_NESTING, readPlan } from "../../../src/review/plan";
import { bytesOf, entry, planOf, PLANS, planText } from "./support/plans";

/** What reading says, or why it says nothing. */
function told(bytes: Uint8Array): unknown {
  try {
    return readPlan(bytes, { stack: "orders" }).plan;
  } catch (error) {
    return String(error).replace(/ in `.*$/s, "");
  }
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

test.each(PLANS)("%s says the same when what is never read of it is left out", (name) => {
  const whole = bytesOf(planText(name));

  const light = lightened(whole);

  expect(told(light)).toEqual(told(whole));
  const secrets = [whole, light].map((bytes) => readPlan(bytes, { stack: "orders" }).secrets);
  expect(secrets[1]?.redact(textOf(whole))).toBe(secrets[0]?.redact(textOf(whole)));
});

test("what is left out is what only repeats", () => {
  const plan = {
    ...planOf(entry({ actions: ["create"], after: { name: "orders.v1" } })),
    planned_values: { root_module: { resources: [{ values: { name: "orders.v1" } }] } },
    prior_state: { values: { root_module: { resources: [{ mode: "managed", values: {} }] } } },
    timestamp: "2026-06-15T12:00:00Z",
  };

  const light = JSON.parse(textOf(lightened(bytesOf(JSON.stringify(plan))))) as typeof plan;

  expect(light).toEqual({ ...plan, planned_values: null, prior_state: null, timestamp: null });
});

test("the state before stays where data sources are in it, which are nowhere else", () => {
  const prior_state = { values: { root_module: { resources: [{ mode: "data", values: { id: "1" } }] } } };
  const text = JSON.stringify({ ...planOf(), prior_state }, undefined, 2);

  const light = JSON.parse(textOf(lightened(bytesOf(text)))) as object;

  expect(light).toMatchObject({ prior_state });
});

test("letters of every alphabet stay what they are, in every encoding", () => {
  const text = JSON.stringify(planOf(entry({ actions: ["create"], after: { name: "größe-订单-🙂" } })));
  const whole = [
    bytesOf(text),
    Buffer.from(`\uFEFF${text}`, "utf8"),
    Buffer.from(`\uFEFF${text}`, "utf16le"),
  ];

  const names = whole.map((bytes) => readPlan(lightened(bytes), { stack: "orders" }).plan.changes[0]?.after);

  expect(names).toEqual([{ name: "größe-订单-🙂" }, { name: "größe-订单-🙂" }, { name: "größe-订单-🙂" }]);
});

test.each([
  ["nothing", ""],
  ["half a plan", JSON.stringify(planOf()).slice(0, -2)],
  ["two plans", `${JSON.stringify(planOf())}{}`],
  ["a list", "[]"],
  ["too deep a plan", `{"a":${"[".repeat(MAX_NESTING + 1)}`],
  ["a saved plan", "PK\u0003\u0004rest"],
])("%s stays as it is, so that reading it says what is wrong", (_what, text) => {
  const bytes = bytesOf(text);

  expect(lightened(bytes)).toBe(bytes);
});

test("whatever is in a file, the lighter one is refused for the same reason or says the same", () => {
  const keys = fc.constantFrom("format_version", "resource_changes", "planned_values", "serial", "x");
  const documents = fc.dictionary(keys, fc.jsonValue());

  fc.assert(
    fc.property(documents, fc.nat(3), (document, cut) => {
      const text = JSON.stringify(document);
      const bytes = bytesOf(text.slice(0, text.length - cut));

      expect(told(lightened(bytes))).toEqual(told(bytes));
    }),
  );
});
