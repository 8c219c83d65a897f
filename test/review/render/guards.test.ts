import {
  renderHtml,
  renderMarkdown,
  renderTerminal,
  reviewDocument,
  reviewSarif,
} from "../../../src/review/render";
import { guardChange } from "../support/guard";
import { review } from "../support/review";

const guarded = review({ guards: [guardChange()] });

test("a guard that goes needs eyes, in every form of output", () => {
  const markdown = renderMarkdown(guarded);
  const terminal = renderTerminal(guarded).join("\n");
  expect(markdown).toContain("## 📈 Cost or limit");
  expect(markdown).toContain(
    "**What needs your eyes**\n\n- 📈 environment `prod` is no longer protected\n  `mesh.yaml`\n  **Instead:** keep `protected: true`",
  );
  expect(markdown).toContain("**Safe to merge with care:** 1 guard removed.");
  expect(terminal).toMatch(
    /What needs your eyes\n {2}cost or limit: environment \S*prod\S* is no longer protected/,
  );
  expect(renderHtml(guarded)).toMatch(/Environment <code>prod<\/code> is no longer protected/);
});

test("a guard that goes is told to programs, with its file", () => {
  expect(reviewDocument(guarded)).toMatchObject({
    verdict: "cost",
    flags: { changes: true },
    guards: [
      {
        ...{ kind: "environment", file: "mesh.yaml", path: ["environments", 0, "protected"] },
        ...{ sentence: "environment `prod` is no longer protected", teams: ["platform"] },
      },
    ],
  });
  expect(JSON.stringify(reviewSarif(guarded, { prefix: "shop/" }))).toMatch(
    /"ruleId":"GuardRemoved".*"uri":"shop\/mesh.yaml"/,
  );
});
