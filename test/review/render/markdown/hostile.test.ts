import fc from "fast-check";
import { renderMarkdown } from "../../../../src/review/render";
import { reviewWith, tokensOf, type Token } from "../support";

/** What others have written into names, descriptions and tags to get out of a comment. */
const ATTACKS = [
  "[click](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)>",
  "</code></summary></details><script>alert(1)</script>",
  "<!--",
  "--> ## safe",
  "@everyone",
  "team@evil.example",
  "fixes #123",
  "org/repo#1 and GH-1",
  "https://evil.example",
  "www.evil.example",
  "```\n</details>\n# Safe to merge",
  "````````",
  "`",
  "`` ` ``",
  "a|b|c",
  "a\\|b",
  "\\",
  "\\`",
  "\n\n# heading\n\n",
  "\r\n---\r\n",
  "\u202etxt.exe\u202c",
  "a\u200bb\u00adc\ufeff",
  "\u0000\u001b[31mred\u001b[0m",
  "\ud800",
  "🦊 ${x} $x$ $`x`$",
  "*bold* _em_ ~~gone~~",
  "- [ ] task",
  "1. one",
  "> quote",
  "&lt;b&gt; &#64;all &commat;all",
  "",
  " ",
  "x".repeat(5_000),
  "`".repeat(300),
  "<".repeat(300),
];

const text = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc
    .array(fc.constantFrom(...ATTACKS, ..."`|<>@#[]()!\\\n*_~&-+="), { maxLength: 8 })
    .map((parts) => parts.join("")),
);
const texts = fc.array(text, { minLength: 1, maxLength: 60 });

/** Tags of ours, and nothing else, in whole lines. */
const OWN_HTML =
  /^(?:<!-- meshwright:review id=[\w.~%/-]* v1(?: head=[\w.~%/-]*)? digest=[0-9a-f]{16} -->|<details(?: open)?><summary>(?:[^<>]|<code>[^<>]*<\/code>)*<\/summary>|<\/details>)\n?$/;
const LIVE = new Set([
  "link_open",
  "image",
  "html_inline",
  "s_open",
  "em_open",
  "hr",
  "blockquote_open",
  "code_block",
]);

/** What a forge links or what misleads the eye, outside of code. */
const ACTIVE = /@\w|#\d|:\/\/|www\.|[\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff\u0000-\u0009\u000b-\u001f]/;

const ofType = (tokens: readonly Token[], type: string) => tokens.filter((token) => token.type === type);

function expectTame(markdown: string): void {
  const tokens = tokensOf(markdown);
  expect(tokens.filter(({ type }) => LIVE.has(type))).toEqual([]);
  expect(ofType(tokens, "heading_open")).toHaveLength(1);
  expect(ofType(tokens, "html_block").filter(({ content }) => !OWN_HTML.test(content))).toEqual([]);
  expect(ofType(tokens, "text").filter(({ content }) => ACTIVE.test(content))).toEqual([]);
  const rows = ofType(tokens, "tr_open").length;
  expect(ofType(tokens, "td_open").length + ofType(tokens, "th_open").length).toBe(rows * 5);
  expect(ofType(tokens, "ordered_list_open")).toEqual([]);
  const opened = markdown.split("\n").filter((line) => /^<details[ >]/.test(line)).length;
  expect(ofType(tokens, "html_block").filter(({ content }) => content.startsWith("<details"))).toHaveLength(
    opened,
  );
  expect(ofType(tokens, "html_block").filter(({ content }) => content.startsWith("</details"))).toHaveLength(
    opened,
  );
}

test("nothing from outside becomes a link, an image, a tag, a mention, a heading or a cell", () => {
  fc.assert(
    fc.property(texts, (drawn) => expectTame(renderMarkdown(reviewWith(drawn)))),
    { numRuns: 100 },
  );
});

test("nor does it where the comment has to be cut", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 10_000, max: 40_000 }), (drawn, limit) => {
      const markdown = renderMarkdown(reviewWith(drawn), { limit });

      expectTame(markdown);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 60 },
  );
});

test.each(ATTACKS.map((attack) => [attack.slice(0, 40), attack]))("%j alone, everywhere", (_, attack) => {
  expectTame(renderMarkdown(reviewWith([attack])));
});

test("the lines of a diff start with a sign or a space, whatever the values", () => {
  fc.assert(
    fc.property(texts, (drawn) => {
      const fences = ofType(tokensOf(renderMarkdown(reviewWith(drawn))), "fence");
      const lines = fences
        .filter(({ info }) => info === "diff")
        .flatMap(({ content }) => content.split("\n"));

      expect(lines.filter((line) => line !== "" && !/^[-+! ] /.test(line))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("a long value is cut, and its length is told", () => {
  const markdown = renderMarkdown(reviewWith(["y".repeat(1_234)]));

  expect(markdown).toContain(`\`${"y".repeat(200)}…\` (1,234 characters)`);
  expect(markdown).not.toMatch(/`y{201}/);
});

test("what cannot be seen is shown as an escape", () => {
  const markdown = renderMarkdown(reviewWith(["a\u202eb", "c\nd", "e\u0000f"]));

  expect(markdown).toContain("`a\\u202eb`");
  expect(markdown).toContain("`c\\nd`");
  expect(markdown).toContain("`e\\u0000f`");
});
