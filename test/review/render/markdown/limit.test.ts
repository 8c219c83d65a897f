import { say, type Review, type Verdict } from "../../../../src/review/model";
import { DEFAULT_LIMIT, renderMarkdown } from "../../../../src/review/render";
import {
  accessChange,
  approval,
  deleted,
  effect,
  largeReview,
  lossSet,
  review,
  stackReview,
} from "../../support/review";

const bytes = (text: string) => Buffer.byteLength(text);
const fold = (text: string) => text.slice(0, text.indexOf("<details"));

/** Stacks of a domain each that lose so many topics in all. */
function losing(
  stacks: number,
  losses: number,
  nameOf = (at: number) => `domain-${at % stacks}.order-placed-${at}.v1`,
): Review {
  const made = Array.from({ length: stacks }, (_, at) => {
    const mine = Array.from({ length: losses }, (_, loss) => loss).filter((loss) => loss % stacks === at);
    return stackReview({
      stack: `domain-${at}`,
      domain: `domain-${at}`,
      resources: mine.map((loss) =>
        deleted({
          address: `kafka_topic.t${loss}`,
          constructPath: `domain-${at}/Products/order-placed-${loss}.v1/Topic`,
          effects: [
            effect({
              sentence: say`topic ${nameOf(loss)} is deleted: all records and consumer offsets are lost`,
              wayOut: say`keep it until ${"analytics"} does not read it any more`,
            }),
          ],
        }),
      ),
    });
  });
  return review({
    stacks: made,
    lossSets: made.map(({ stack, resources }) =>
      lossSet({
        domain: stack,
        losses: resources.map(({ address }) => ({ stack, address, sentence: effect().sentence })),
      }),
    ),
    approvals: made.map(({ stack }) => approval({ team: `team-${stack}` })),
    access: made.map(({ stack }) => accessChange({ sentence: say`${stack} may read` })),
  });
}

/** Fences and folds are closed in the order in which they were opened. */
function expectWhole(text: string): void {
  let fence: string | undefined;
  let depth = 0;
  for (const line of text.split("\n")) {
    const opened = /^`{3,}/.exec(line)?.[0];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
    } else if (opened !== undefined) fence = opened;
    else if (line.startsWith("<details")) depth++;
    else if (line === "</details>") depth--;
    expect([0, 1]).toContain(depth);
  }
  expect([fence, depth]).toEqual([undefined, 0]);
}

test.each([2_000, 4_000, 8_000, 16_000, 32_000, DEFAULT_LIMIT])(
  "a comment is never longer than %d bytes, nor cut inside a fence",
  (limit) => {
    for (const large of [largeReview(100, 10), losing(10, 30), largeReview(3, 200)]) {
      const text = renderMarkdown(large, { limit });

      expect(bytes(text)).toBeLessThanOrEqual(limit);
      expectWhole(text);
      expect(text.split("\n")[3]).toMatch(
        /^\*\*(?:Not safe to merge as it is|Safe to merge once approved):\*\* /,
      );
    }
  },
);

test("what was left out is said, and where the whole is", () => {
  const text = renderMarkdown(largeReview(100, 10));

  expect(text).toMatch(/\*\*Left out, to fit into one comment:\*\* .*all but the table's row of \d+ stacks/);
  expect(text).toContain(
    "The whole report: `npx meshwright review --base main --env prod --output review.html`.",
  );
  expect(renderMarkdown(largeReview(2, 2))).not.toContain("Left out");
});

test("a list that is cut says how much is left, and so does the comment", () => {
  const access = Array.from({ length: 1_000 }, (_, at) =>
    accessChange({ sentence: say`${`User:app-${at}`} may read topic ${"t".repeat(100)}` }),
  );
  const text = renderMarkdown({ ...largeReview(2, 2), access });

  expect(text).toMatch(/- and [\d,]+ more, in the whole report/);
  expect(text).toContain("**Left out, to fit into one comment:** access in full.");
});

test("those with the least risk lose their details first", () => {
  const order: readonly Verdict[] = ["dataLoss", "breaks", "access", "additive"];
  const text = renderMarkdown(largeReview(60, 10, order));
  const detailOf = (at: number): number => {
    const section = text.split(`<code>domain-${at}</code>`)[1]?.split("</details>")[0];
    return section === undefined ? 0 : section.includes("```diff") ? 2 : 1;
  };
  const details = order.map((_, verdict) => detailOf(verdict));

  expect(details[0]).toBe(2);
  expect(details).toEqual([...details].sort((a, b) => b - a));
  expect(details.at(-1)).toBeLessThan(2);
});

test("100 domains that all lose something fit into one comment with every loss, and most of it unfolded in words", () => {
  const text = renderMarkdown(losing(100, 100));

  expect(bytes(text)).toBeLessThanOrEqual(DEFAULT_LIMIT);
  for (let loss = 0; loss < 100; loss++)
    expect(fold(text)).toContain(`\`domain-${loss}.order-placed-${loss}.v1\``);
  expect(fold(text)).toContain("| `domain-99` | ⛔ data loss | −1 |");
});

test("1,000 losses are all named in one comment", () => {
  const text = renderMarkdown(losing(100, 1_000));

  expect(bytes(text)).toBeLessThanOrEqual(DEFAULT_LIMIT);
  expect(text).toContain("- ⛔ 1,000 × topic … is deleted: all records and consumer offsets are lost: ");
  for (let loss = 0; loss < 1_000; loss++)
    expect(text).toContain(`\`domain-${loss % 100}.order-placed-${loss}.v1\``);
});

test("losses that cannot fit are counted, after as many as do", () => {
  const text = renderMarkdown(losing(100, 1_000, (at) => `${at}-${"n".repeat(150)}`));
  const named = [...text.matchAll(/`\d+-n{150}`/g)].length;
  const left = /- and ([\d,]+) more to look at, in the whole report/.exec(text)?.[1]?.replace(",", "");

  expect(bytes(text)).toBeLessThanOrEqual(DEFAULT_LIMIT);
  expect(named).toBeGreaterThan(300);
  expect(named + Number(left)).toBe(1_000);
});

test("everything before the fold fits into 4 kB for 100 stacks that lose nothing", () => {
  const large = largeReview(100, 10, ["additive", "access", "cost", "none", "interruption"]);
  const access = Array.from({ length: 200 }, (_, at) =>
    accessChange({ sentence: say`${`User:app-${at}`} may read` }),
  );
  const text = renderMarkdown({ ...large, access });

  expect(bytes(fold(text))).toBeLessThanOrEqual(4_000);
  expect(text).toContain("All 100 domains");
  expect(text).toContain("`User:app-199` may read");
  expect(fold(text)).toMatch(/\| \d+ more domains \| ✅ additive \| \+\d+ ~?\d* ?\|/);
});

test("a row of a loss is in the table whatever its length", () => {
  const text = fold(renderMarkdown(largeReview(100, 3, ["dataLoss", "additive"])));

  expect(text.split("\n").filter((line) => line.includes("| ⛔ data loss |"))).toHaveLength(50);
});
