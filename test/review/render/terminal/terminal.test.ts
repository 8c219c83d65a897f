import fc from "fast-check";
import { say } from "../../../../src/review/model";
import { renderTerminal } from "../../../../src/review/render";
import {
  approval,
  created,
  deleted,
  effect,
  finding,
  largeReview,
  lossSet,
  productReview,
  replaced,
  resourceReview,
  review,
  sampleReview,
  stackReview,
} from "../../support/review";
import { reviewWith } from "../support";

const same = (text: string) => text;
const plainPaint = { bold: same, dim: same, red: same, yellow: same, green: same };
const warning = finding({ severity: "warning", message: "it ends soon", value: undefined, fix: undefined });

test("the verdict and the answer come first, then what there is to know", () => {
  const lines = renderTerminal(
    review({
      stacks: [
        stackReview({ resources: [replaced()] }),
        stackReview({ stack: "users", domain: "users", resources: [created()] }),
      ],
      unchanged: [{ stack: "erp", proven: true }],
      approvals: [approval()],
      limits: [say`not seen: what was changed by ${"hand"}`],
    }),
    { inFull: "npx meshwright review --base main --output review.html" },
  );

  expect(lines).toEqual([
    "⛔ data loss: shop/prod",
    "Not safe to merge as it is: 1 data loss not acknowledged, 1 consumer breaks (`analytics`); 1 team has to approve (`order-management`)",
    "",
    "  orders  data loss  1 replaced  1 consumer affected",
    "  users   additive   1 made",
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
    "What this review cannot know",
    "  not seen: what was changed by `hand`",
    "",
    "All of it, as a page: npx meshwright review --base main --output review.html",
  ]);
});

test("errors that let nothing be planned come right after the answer, with their places and their fixes", () => {
  const lines = renderTerminal(review({ verdict: "planFailed", findings: [finding(), warning] }), {
    prefix: "examples/shop/",
  });

  expect(lines).toEqual([
    "❌ not reviewed: shop/prod",
    "Not safe to merge, not reviewed: 1 error in the manifests",
    "",
    "Errors to correct first",
    "  examples/shop/domains/orders/domain.yaml:7:21 error: there is no team finnance",
    "    value: finnance; did you mean finance?",
    "",
    "What the rules of the mesh say",
    "  examples/shop/domains/orders/domain.yaml:7:21 warning: it ends soon",
  ]);
});

test("errors beside plans that are well are no plan that failed", () => {
  const stacks = [stackReview({ resources: [created()] })];

  expect(
    renderTerminal(review({ verdict: "planFailed", stacks, findings: [finding()] })).slice(0, 2),
  ).toEqual([
    "❌ errors in the manifests: shop/prod",
    "Not safe to merge as it is: 1 error in the manifests",
  ]);
});

test("the same sentence about many in a stack is told once, with the way out", () => {
  const topics = ["a", "b", "c"].map((name) =>
    deleted({
      address: name,
      effects: [effect({ sentence: say`topic ${name} goes`, wayOut: say`keep it` })],
    }),
  );
  const lines = renderTerminal(review({ stacks: [stackReview({ resources: topics })] }));

  expect(lines.slice(lines.indexOf("What needs your eyes") + 1)).toEqual([
    "  data loss: 3 × topic … goes: `a`, `b`, `c`",
    "    read by `analytics`",
    "    instead: keep it",
  ]);
});

test("what costs or stands still is told with its sentence, contracts with what changes, renames with their entry", () => {
  const slower = resourceReview({
    action: "update",
    effects: [effect({ verdict: "cost", sentence: say`topic ${"a"} keeps records for ${"20d"}` })],
  });
  const rename = { from: "x.old", to: "x.new", because: say`both are ${"a"}`, moved: '{"moved":[]}' };
  const lines = renderTerminal(
    review({
      stacks: [stackReview({ resources: [slower, created({ rename })], remarks: [say`it is not complete`] })],
      products: [productReview({ verdict: "additive", versionAfter: undefined })],
    }),
  );

  expect(lines.slice(lines.indexOf("Renames to declare"))).toEqual([
    "Renames to declare",
    "  x.old and x.new in orders are one: both are `a`",
    '    {"moved":[]}',
    "",
    "Interruption, cost and limits",
    "  cost or limit: topic `a` keeps records for `20d`",
    "",
    "Contracts",
    "  orders/order-placed.v1 1.2.0: field `customer_id` of `order_placed` is removed",
    "",
    "What the plans leave open",
    "  orders: it is not complete",
  ]);
});

test("on a terminal sentences are broken between words, and what is there to be copied is not", () => {
  const paint = { ...plainPaint, red: (text: string) => `\u001b[31m${text}\u001b[39m` };
  const moved = `{"moved":[${"x".repeat(80)}]}`;
  const rename = { from: "x.old", to: "x.new", because: say`both are ${"a"}`, moved };
  const lines = renderTerminal(review({ stacks: [stackReview({ resources: [replaced({ rename })] })] }), {
    ...{ paint, columns: 60 },
  });

  expect(lines.slice(1, 4)).toEqual([
    "\u001b[31mNot safe to merge as it is:\u001b[39m 1 data loss not acknowledged, 1",
    "  consumer breaks (`analytics`)",
    "",
  ]);
  expect(lines.filter((line) => line.length > 60 && !line.includes("\u001b"))).toEqual([`    ${moved}`]);
});

test("colour is what it is given", () => {
  const paint = {
    bold: (text: string) => `<b>${text}</b>`,
    dim: (text: string) => text,
    red: (text: string) => `<r>${text}</r>`,
    yellow: (text: string) => `<y>${text}</y>`,
    green: (text: string) => `<g>${text}</g>`,
  };
  const lines = renderTerminal(sampleReview(), { paint });

  expect(lines[0]).toBe("<b>❌ plan failed: shop/prod</b>");
  expect(lines[1]).toMatch(/^<r><b>Not safe to merge as it is:<\/b><\/r> 1 plan failed/);
  expect(lines[4]).toBe("  orders  <r>data loss  </r>  1 made, 1 replaced, 1 moved  1 consumer affected");
});

test("a large review fits a screen or two, and says how much more there is", () => {
  const lines = renderTerminal(largeReview(500, 5));

  expect(lines.length).toBeLessThanOrEqual(50);
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

  expect(lines.filter((line) => line.includes("accepts it by"))).toEqual([]);
  expect(lines.find((line) => line.endsWith("are lost (acknowledged)"))).toBeDefined();
});
