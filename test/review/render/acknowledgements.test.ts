import { renderTerminal } from "../../../src/review/render";
import { brokenConsumers } from "../../../src/review/render/facts/affected";
import { eyesOf } from "../../../src/review/render/facts/eyes";
import { answer } from "../../../src/review/render";
import { plain, say, type Review } from "../../../src/review/model";
import {
  acknowledgementBlock,
  breakSet,
  deleted,
  effect,
  lossSet,
  productReview,
  resourceReview,
  review,
  stackReview,
} from "../support/review";

const MANIFEST = { acknowledged: { by: "manifest", reason: "agreed" } } as const;
const LABEL = { acknowledged: { by: "label" } } as const;

/** What a terminal says of acknowledgements. */
function told(over: Partial<Review>, prefix = ""): string[] {
  const lines = renderTerminal(review(over), { prefix });
  const start = lines.indexOf("Acknowledgements");
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.indexOf("");
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => line.slice(2));
}

test("what is to be copied stands below who adds it to which manifest, as seen from here", () => {
  const acknowledgements = [
    acknowledgementBlock({ hasOthers: true, teams: ["a", "b"], notes: [say`first ${"x"}`] }),
  ];

  const [lead, ...lines] = told({ lossSets: [lossSet()], acknowledgements }, "shop/");

  expect(lead).toMatch(/^If this is meant to happen, .* or for `--accept` with the hash\.$/);
  expect(lines).toEqual([
    "first `x`",
    "`a` and `b` accept it by adding this below `acknowledgements` in `shop/domains/orders/domain.yaml`, with a reason in place of `…`:",
    "  acknowledgements:",
    "    # stack orders in prod: 1 data loss",
    '    - { plan: "loss:0123456789abcdef", reason: "…", until: 2027-01-31 }',
  ]);
});

test("no deployment asks about what breaks", () => {
  const [lead] = told({ breakSets: [breakSet()], acknowledgements: [acknowledgementBlock()] });

  expect(lead).toMatch(/for this pull request alone\.$/);
});

test.each<[string, Partial<Review>, string]>([
  [
    "in a manifest",
    { lossSets: [lossSet(MANIFEST)] },
    "stack `orders` in `prod`: 1 data loss, acknowledged in `domains/orders/domain.yaml`: `agreed`",
  ],
  [
    "by a label, which does not last until the deployment",
    { lossSets: [lossSet(LABEL)] },
    "stack `orders` in `prod`: 1 data loss, accepted by a label or `--accept`, for this review alone: before it is deployed, add the entry above, or deploy with `--accept loss:0123456789abcdef`",
  ],
  [
    "by a label, where no deployment asks",
    { breakSets: [breakSet(LABEL)] },
    "domain `orders` in `prod`: breaks `analytics`, accepted by a label or `--accept`, for this review alone",
  ],
  [
    "by nobody, and without a mesh there is no manifest",
    { lossSets: [lossSet({ file: undefined })] },
    "stack `orders` in `prod`: 1 data loss; to accept it, set `loss:0123456789abcdef` as a label, or give it to `--accept`",
  ],
  [
    "in vain, where there is nothing",
    { unmatched: ["loss:0000000000000000"] },
    "warning: `loss:0000000000000000` accepts nothing: nothing that changes here has this hash, and nothing here has to be accepted",
  ],
  [
    "in vain, where there is something else",
    { unmatched: ["loss:0000000000000000"], breakSets: [breakSet(MANIFEST)] },
    "warning: `loss:0000000000000000` accepts nothing: nothing that changes here has this hash, and what there is to accept is `breaks:0123456789abcdef`",
  ],
])("accepted %s", (_, over, line) => {
  expect(told(over)[0]).toBe(line);
});

describe("what is acknowledged", () => {
  const stacks = [stackReview({ resources: [deleted()] })];
  const breaking = resourceReview({
    ...{ address: "b", action: "update" },
    effects: [effect({ verdict: "breaks" })],
    consumers: deleted().consumers,
  });

  test("breaks nobody unawares, be it a loss, a product or a resource", () => {
    const set = breakSet({ ...MANIFEST, breaks: [{ stack: "orders", address: "b", sentence: [] }] });
    for (const over of [
      { stacks, lossSets: [lossSet()] },
      { products: [productReview()] },
      { stacks: [stackReview({ resources: [breaking] })] },
    ]) {
      expect(brokenConsumers(review(over))).toEqual(["analytics"]);
    }
    for (const over of [
      { stacks, lossSets: [lossSet(MANIFEST)] },
      { products: [productReview()], breakSets: [breakSet(LABEL)] },
      { stacks: [stackReview({ resources: [breaking] })], breakSets: [set] },
    ]) {
      expect(brokenConsumers(review(over))).toEqual([]);
      expect(eyesOf(review(over)).map(({ acknowledged }) => acknowledged)).toEqual([true]);
    }
  });

  test("is told, and does not speak against a merge", () => {
    const over = { products: [productReview()], breakSets: [breakSet(MANIFEST)] };

    expect(plain(answer(review(over)))).toBe("Safe to merge: 1 acknowledged break");
  });
});
