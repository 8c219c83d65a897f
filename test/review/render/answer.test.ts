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
    { ...withResources(created()), findings: [finding(), finding({ code: "B" })] },
    "unsafe",
    "Not safe to merge as it is: 2 rules of the mesh are violated",
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
    "Safe to merge with care: 1 stack interrupted for a moment",
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
