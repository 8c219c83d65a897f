import { plain, type Review } from "../../../src/review/model";
import { answer, answerOf, type Readiness } from "../../../src/review/render";
import {
  accessChange,
  approval,
  consumer,
  created,
  deleted,
  effect,
  finding,
  lossSet,
  productReview,
  resourceReview,
  review,
  stackReview,
} from "../support/review";

const withResources = (...resources: ReturnType<typeof resourceReview>[]) => ({
  stacks: [stackReview({ resources })],
});
const lossSets = [lossSet()];
const acknowledged = [lossSet({ acknowledged: { by: "manifest" } })];
const itself = { head: "abc", base: "abc" };
const unprotected = (address: string) =>
  resourceReview({
    ...{ address, action: "no-op" },
    effects: [effect({ rule: "lifecycle/unprotected", verdict: "cost", toBeSeen: true })],
  });
const teams = ["a", "b", "c", "d", "e"].map((team) => approval({ team }));

test.each<[Partial<Review>, Readiness, string]>([
  [
    {
      ...withResources(deleted({ consumers: [consumer(), consumer({ domain: "marketing" })] })),
      lossSets,
      approvals: teams,
    },
    "unsafe",
    "Not safe to merge as it is: 1 data loss not acknowledged, 2 consumers break (`analytics` and `marketing`); 5 teams have to approve (`a`, `b`, `c` and 2 more)",
  ],
  [
    { ...withResources(deleted({ consumers: [] })), lossSets: acknowledged, approvals: [approval()] },
    "approval",
    "Safe to merge once approved: 1 acknowledged data loss; 1 team has to approve (`order-management`)",
  ],
  [
    { products: [productReview({ consumers: [] })] },
    "unsafe",
    "Not safe to merge as it is: readers break, whom the mesh does not name",
  ],
  [{ products: [productReview()] }, "unsafe", "Not safe to merge as it is: 1 consumer breaks (`analytics`)"],
  [
    { stacks: [stackReview({ error: "no" })] },
    "unsafe",
    "Not safe to merge as it is: 1 plan failed (`orders`)",
  ],
  [
    withResources(created({ refused: true })),
    "unsafe",
    "Not safe to merge as it is: Terraform refuses 1 change",
  ],
  [
    { findings: [finding()], products: [productReview()] },
    "unsafe",
    "Not safe to merge, not reviewed: 1 error in the manifests, 1 consumer breaks (`analytics`)",
  ],
  [
    { ...withResources(created()), findings: [finding(), finding({ code: "B" })] },
    "unsafe",
    "Not safe to merge as it is: 2 errors in the manifests",
  ],
  [
    {
      access: [accessChange(), accessChange({ direction: "lost" })],
      approvals: [approval(), approval({ kind: "informed", team: "x" })],
    },
    "approval",
    "Safe to merge once approved: 1 access gained, 1 access lost; 1 team has to approve (`order-management`)",
  ],
  [
    withResources(resourceReview({ action: "replace", effects: [effect({ verdict: "interruption" })] })),
    "care",
    "Safe to merge with care: 1 stack interrupted for a moment (`orders`)",
  ],
  [
    withResources(resourceReview({ action: "update", effects: [effect({ verdict: "cost" })] })),
    "care",
    "Safe to merge with care: nothing is lost and nobody breaks in 1 change, costs or limits change in `orders`",
  ],
  [
    withResources(created(), created()),
    "safe",
    "Safe to merge: nothing is lost and nobody breaks in 2 changes",
  ],
  [
    { stacks: [stackReview({ resources: [created()], remarks: [["the plan is not complete"]] })] },
    "care",
    "Safe to merge with care: nothing is lost and nobody breaks in 1 change, as far as the plans tell: 1 remark to read",
  ],
  [
    { ...withResources(created()), gaps: [["contracts are not compared"]], approvals: [approval()] },
    "unknown",
    "Not known to be safe: nothing is lost and nobody breaks in 1 change; contracts are not compared; 1 team has to approve (`order-management`)",
  ],
  [
    { unchanged: [{ stack: "a", proven: false }], gaps: [["contracts are not compared"]] },
    "unknown",
    "Not known to be safe: what is compared stays as it is; contracts are not compared",
  ],
  [
    {
      ...{ gaps: [["which stacks differ is not known"]], lossSets },
      stacks: [
        stackReview({ resources: [deleted({ consumers: [] })] }),
        stackReview({ stack: "erp", error: "no plan", missing: true }),
        stackReview({ stack: "users", error: "no" }),
      ],
    },
    "unsafe",
    "Not safe to merge as it is: 1 plan failed (`users`), 1 stack differs and has no plan (`erp`), 1 data loss not acknowledged; which stacks differ is not known",
  ],
  [
    withResources(unprotected("a"), unprotected("b")),
    "care",
    "Safe to merge with care: 2 resources no longer protected from being destroyed",
  ],
  [
    { ...itself, unchanged: [{ stack: "a", proven: true }] },
    "nothing",
    "Nothing changes: commit `abc` is compared with itself, and nothing has changed since; name what to compare with by `--base`",
  ],
  ...[{ uncommitted: true }, { base: "def" }].map((over): [Partial<Review>, Readiness, string] => [
    { ...itself, ...over, unchanged: [{ stack: "a", proven: true }] },
    "nothing",
    "Nothing changes: the one stack stays as it is",
  ]),
  [
    // A plan of a commit against what is deployed is no comparison with itself.
    { ...itself, unchanged: [{ stack: "a", proven: false }] },
    "nothing",
    "Nothing changes: the one stack stays as it is",
  ],
  [
    {
      unchanged: [
        { stack: "a", proven: true },
        { stack: "b", proven: false },
      ],
    },
    "nothing",
    "Nothing changes: all 2 stacks stay as they are",
  ],
])("is it safe to merge? %#", (over, readiness, sentence) => {
  expect(plain(answer(review(over)))).toBe(sentence);
  expect(answerOf(review(over)).readiness).toBe(readiness);
});

test("a shorter retention loses data, and breaks nobody by that", () => {
  const shorter = resourceReview({ action: "update", effects: [effect()], consumers: [consumer()] });

  expect(plain(answer(review({ ...withResources(shorter), lossSets })))).not.toContain("break");
});
