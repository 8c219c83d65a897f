import { markerOf, REVIEW_TOOL, tamed } from "../../src/posting";
import { renderMarkdown } from "../../src/review/render";
import { sampleReview } from "../review/support/review";

const review = sampleReview();
const body = renderMarkdown(review);

test("the comment that is rendered is one that is found again, by what it is about", () => {
  expect(markerOf(body)).toEqual({
    ...{ key: "meshwright:review id=shop/prod", tool: REVIEW_TOOL, id: "shop/prod" },
    sha: review.head,
  });
});

test("a fork's comment says the same once it is disarmed", () => {
  const disarmed = tamed(body, { id: review.id, head: review.head ?? "" });
  const [, ...rest] = body.split("\n");

  expect(disarmed.replaceAll("\u200b", "")).toContain(rest.join("\n").trim().replaceAll("\u200b", ""));
  expect(disarmed).toContain("<details");
});
