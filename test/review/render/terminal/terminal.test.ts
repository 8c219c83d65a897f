import fc from "fast-check";
import { renderTerminal } from "../../../../src/review/render";
import {
  approval,
  created,
  deleted,
  largeReview,
  lossSet,
  replaced,
  review,
  sampleReview,
  stackReview,
} from "../../support/review";
import { reviewWith } from "../support";

test("the verdict and the answer come first, then what there is to know", () => {
  const lines = renderTerminal(
    review({
      stacks: [
        stackReview({ resources: [replaced()] }),
        stackReview({ stack: "users", domain: "users", resources: [created()] }),
      ],
      unchanged: [{ stack: "erp", proven: true }],
      approvals: [approval()],
      lossSets: [lossSet()],
    }),
  );

  expect(lines).toEqual([
    "⛔ data loss: shop/prod",
    "Not safe to merge as it is: 1 data loss not acknowledged, 1 consumer breaks (`analytics`); 1 team has to approve (`order-management`)",
    "",
    "  orders  data loss  ±1    1 consumer",
    "  users   additive   +1",
    "",
    "  1 stack unchanged: erp",
    "",
    "What needs your eyes",
    "  data loss: topic `orders.order-placed.v1` is deleted and made anew: all records and consumer offsets are lost (partitions `6` → `3`)",
    "    orders/Products/order-placed.v1/Topic, read by analytics",
    "    instead: keep the partitions, or add `order-placed.v2` beside it",
    "",
    "Approvals",
    "  order-management has to approve: owner of `orders`",
    "",
    "Acknowledging the loss",
    "  orders: 1 loss, label loss:0123456789abcdef, or add to domains/orders/domain.yaml:",
    '    - { loss: "loss:0123456789abcdef", reason: "…", until: 2027-01-31 }',
    "",
    "all of it: npx meshwright review --base main --env prod --format html",
  ]);
});

test("colour is what it is given", () => {
  const paint = {
    bold: (text: string) => `<b>${text}</b>`,
    dim: (text: string) => text,
    red: (text: string) => `<r>${text}</r>`,
    yellow: (text: string) => `<y>${text}</y>`,
    green: (text: string) => `<g>${text}</g>`,
  };
  const lines = renderTerminal(sampleReview(), paint);

  expect(lines[0]).toBe("<b>❌ plan failed: shop/prod</b>");
  expect(lines[1]).toMatch(/^<r><b>Not safe to merge as it is:<\/b><\/r> 1 plan failed/);
  expect(lines[4]).toBe("  orders  <r>data loss  </r>  +1 ±1 ↦1    1 consumer");
});

test("a large review fits a screen or two, and says how much more there is", () => {
  const lines = renderTerminal(largeReview(500, 5));

  expect(lines.length).toBeLessThanOrEqual(45);
  expect(lines).toContain("  and 490 domains more");
  expect(lines.find((line) => line.startsWith("  data loss: 63 × topic …"))).toBeDefined();
});

test("no text from outside moves the cursor, changes colours or starts a line", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 40 }), (texts) => {
      for (const line of renderTerminal(reviewWith(texts)))
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202a-\u202e]/);
    }),
    { numRuns: 50 },
  );
});

test("an acknowledged loss is not asked for", () => {
  const lossSets = [lossSet({ acknowledged: { by: "label" } })];
  const lines = renderTerminal(review({ stacks: [stackReview({ resources: [deleted()] })], lossSets }));

  expect(lines).not.toContain("Acknowledging the loss");
  expect(lines.find((line) => line.endsWith("are lost (acknowledged)"))).toBeDefined();
});
