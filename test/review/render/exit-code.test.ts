import type { Review } from "../../../src/review/model";
import { DEFAULT_GATES, EXIT_CODES, exitCodeOf, flagsOf, type Gate } from "../../../src/review/render";
import {
  accessChange,
  breakSet,
  created,
  deleted,
  effect,
  finding,
  lossSet,
  productReview,
  resourceReview,
  review,
  sampleReview,
  stackReview,
} from "../support/review";

const lost = review({ stacks: [stackReview({ resources: [deleted()] })], lossSets: [lossSet()] });
const accepted = { ...lost, lossSets: [lossSet({ acknowledged: { by: "label" } })] };
const broken = review({ products: [productReview()] });
const agreed = { ...broken, breakSets: [breakSet({ acknowledged: { by: "manifest" } })] };
const opened = review({ access: [accessChange()] });

test.each<[string, Review, readonly Gate[] | undefined, number]>([
  ["nothing", review(), undefined, EXIT_CODES.nothing],
  [
    "something is made",
    review({ stacks: [stackReview({ resources: [created()] })] }),
    undefined,
    EXIT_CODES.changes,
  ],
  ["a loss", lost, undefined, EXIT_CODES.loss],
  ["a loss that is in no set", { ...lost, lossSets: [] }, undefined, EXIT_CODES.loss],
  ["an acknowledged loss", accepted, undefined, EXIT_CODES.changes],
  ["a loss that nobody asks about", lost, ["breaking"], EXIT_CODES.changes],
  ["a break", broken, undefined, EXIT_CODES.breaking],
  [
    "a break that is not acknowledged",
    { ...broken, breakSets: [breakSet()] },
    undefined,
    EXIT_CODES.breaking,
  ],
  ["an acknowledged break", agreed, undefined, EXIT_CODES.changes],
  [
    "a break beside an acknowledged one",
    { ...agreed, products: [productReview(), productReview({ port: "orders/other.v1" })] },
    undefined,
    EXIT_CODES.breaking,
  ],
  ["a break that nobody asks about", broken, [], EXIT_CODES.changes],
  ["access", opened, undefined, EXIT_CODES.changes],
  ["access that is asked about", opened, ["access"], EXIT_CODES.access],
  [
    "all of it",
    { ...lost, products: [productReview()], access: [accessChange()] },
    ["access", "breaking", "loss"],
    EXIT_CODES.loss,
  ],
  [
    "what Terraform refuses, whoever accepted it",
    review({ stacks: [stackReview({ resources: [resourceReview({ refused: true })] })] }),
    [],
    EXIT_CODES.failed,
  ],
  ["something that was not compared", { ...opened, gaps: [["nobody knows"]] }, undefined, EXIT_CODES.changes],
  [
    "something that was not compared, which is asked about",
    { ...opened, gaps: [["nobody knows"]] },
    ["unknown"],
    EXIT_CODES.failed,
  ],
  [
    "a loss beside something that was not compared",
    { ...lost, gaps: [["nobody knows"]] },
    ["loss", "unknown"],
    EXIT_CODES.loss,
  ],
  ["a failed plan", sampleReview(), [], EXIT_CODES.failed],
  [
    "a rule that is violated",
    review({ verdict: "planFailed", findings: [finding()] }),
    undefined,
    EXIT_CODES.failed,
  ],
  ["a warning", review({ findings: [finding({ severity: "warning" })] }), undefined, EXIT_CODES.nothing],
])("%s ends with its code", (_, of, failOn, code) => {
  expect(exitCodeOf(of, failOn)).toBe(code);
});

test("the codes are those that are documented", () => {
  expect(EXIT_CODES).toEqual({ nothing: 0, failed: 1, changes: 2, loss: 3, breaking: 4, access: 5 });
  expect(DEFAULT_GATES).toEqual(["loss", "breaking"]);
});

test("a break behind a worse loss is still a break", () => {
  const both = resourceReview({ effects: [effect(), effect({ verdict: "breaks" })] });

  expect(flagsOf(review({ stacks: [stackReview({ resources: [both] })] })).breaking).toBe(true);
});
