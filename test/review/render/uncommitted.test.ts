import type { Review } from "../../../src/review/model";
import { renderHtml, renderMarkdown, renderTerminal, reviewDocument } from "../../../src/review/render";
import { review } from "../support/review";

const WORDS = "and changes that are in no commit";
const forms: readonly (readonly [string, (of: Review) => string])[] = [
  ["the comment", renderMarkdown],
  ["the page", renderHtml],
  ["the terminal", (of) => renderTerminal(of).join("\n")],
];

test.each(forms)("%s says that there are changes in no commit, and only then", (_form, rendered) => {
  expect(rendered(review({ uncommitted: true })).replace(/<\/?code[^>]*>/g, " ")).toMatch(
    new RegExp(`4f0c1b2a9d8e\\S*\\s+${WORDS}`),
  );
  expect(rendered(review())).not.toContain(WORDS);
});

test("the comment says it right below the answer, where nothing is folded", () => {
  const [, , , answer, , about] = renderMarkdown(review({ uncommitted: true })).split("\n");

  expect(answer).toMatch(/^\*\*Nothing changes:\*\*/);
  expect(about).toBe(
    "This is about commit `4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a` and changes that are in no commit.",
  );
});

test("what was not compared is in the answer of every form, and a list of its own for programs", () => {
  const of = review({ gaps: [["contracts are not compared"]] });

  for (const [, rendered] of forms)
    expect(rendered(of)).toMatch(/Not known to be safe[\s\S]*contracts are not compared/);
  expect(reviewDocument(of)).toMatchObject({
    ...{ gaps: ["contracts are not compared"], answer: { readiness: "unknown" }, flags: { changes: true } },
  });
});
