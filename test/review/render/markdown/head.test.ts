import { say } from "../../../../src/review/model";
import { renderMarkdown } from "../../../../src/review/render";
import { effect, finding, resourceReview, review, stackReview } from "../../support/review";

test("errors that let nothing be planned stand at the top, by their places, and nowhere else", () => {
  const warning = finding({ severity: "warning", code: "AccessExpiring" });
  const text = renderMarkdown(
    review({ verdict: "planFailed", findings: [warning, finding()], limits: [say`of plans`] }),
  );
  const [head = "", folded = ""] = text.split("<details");

  expect(head.split("\n").slice(1, 8)).toEqual([
    "## ❌ Not reviewed · `shop/prod`",
    "",
    "**Not safe to merge, not reviewed:** 1 error in the manifests.",
    "",
    "**Errors to correct first**",
    "",
    "- `domains/orders/domain.yaml:7:21` **error** UnknownTeam: `there is no team finnance; value: finnance; did you mean finance?`",
  ]);
  expect(folded).toContain("AccessExpiring");
  expect(folded).not.toContain("UnknownTeam");
  expect(text).not.toContain("What this review cannot know");
});

test("many errors are counted at the top and listed below the fold", () => {
  const findings = Array.from({ length: 80 }, (_, at) => finding({ position: { line: at + 1, column: 1 } }));
  const text = renderMarkdown(review({ verdict: "planFailed", findings }));

  expect(text.split("<details")[0]).toMatch(/\n- and \d+ more, further down\n/);
  expect(text).toMatch(/<summary>Errors to correct first, continued \(\d+\)<\/summary>/);
});

test("what costs or stands still is told before the fold, each sentence once", () => {
  const resources = ["a", "b", "c"].map((name) =>
    resourceReview({
      address: name,
      effects: [effect({ verdict: "cost", sentence: say`topic ${name} keeps records for ${"20d"}` })],
    }),
  );
  const [head = ""] = renderMarkdown(review({ stacks: [stackReview({ resources })] })).split("<details");

  expect(head).toContain(
    "**Interruption, cost and limits**\n\n- 📈 3 × topic … keeps records for `20d`: `a`, `b`, `c` (in `orders`)\n",
  );
});
