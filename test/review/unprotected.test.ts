import { plain, type StackInput } from "../../src/review/model";
import { reviewStack } from "../../src/review/stack-review";
import { change } from "./support/change";
import { plan, stackInput } from "./support/input";

const TOPIC = { name: "orders.order-placed.v1", partitions: 6 };
const SENTENCE = "`kafka_topic.it` is no longer protected from being destroyed: `prevent_destroy` is gone";

const reviewed = (over: Partial<StackInput>) =>
  reviewStack(stackInput({ unprotected: new Set(["kafka_topic.it"]), ...over }), { all: [] });

test("what nothing happens to but that it may be destroyed from now on is told, with a verdict", () => {
  const { unchanged, review } = reviewed({
    outcome: "proven",
    plan: undefined,
    constructs: new Map([["kafka_topic.it", "orders/Products/Topic"]]),
  });

  expect(unchanged).toBe(false);
  expect(review).toMatchObject({
    verdict: "cost",
    resources: [
      { address: "kafka_topic.it", constructPath: "orders/Products/Topic", action: "no-op", verdict: "cost" },
    ],
  });
  expect(review.resources[0]?.effects.map(({ sentence, toBeSeen }) => [plain(sentence), toBeSeen])).toEqual([
    [SENTENCE, true],
  ]);
});

test.each([
  ["changes harmlessly", { after: { ...TOPIC, description: "new" } }, "cost"],
  ["loses data", { action: "replace" as const, after: { ...TOPIC, partitions: 3 } }, "dataLoss"],
])("what %s is told once, with both", (_what, over, verdict) => {
  const changes = [change({ type: "kafka_topic", action: "update", before: TOPIC, ...over })];

  const { review } = reviewed({ plan: plan({ changes }) });

  expect(review.resources).toHaveLength(1);
  expect(review.verdict).toBe(verdict);
  expect(review.resources[0]?.effects.map(({ sentence }) => plain(sentence))).toContain(SENTENCE);
});
