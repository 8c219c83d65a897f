import fc from "fast-check";
import { say } from "../../../../src/review/model";
import {
  code,
  html,
  MAX_CHARACTERS,
  sentence,
  startedSentence,
  verbatim,
} from "../../../../src/review/render/html/markup";

/** The text of HTML as a browser reads it, when there are no tags in it. */
function textOf(markup: string): string {
  const entities: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return markup.replace(/&(?:lt|gt|quot|#39|amp);/g, (found) => entities[found] ?? found);
}

const HOSTILE = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</code></details><style>*{display:none}</style>",
    "<!-- --><!--",
    "]]><![CDATA[",
    "&lt;b&gt;",
    "\u202e}gpj.exe",
  ),
);

test("no text opens a tag or an attribute, whatever it holds", () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"']/);
      expect(html`${text}`.text).not.toMatch(/&(?!(?:lt|gt|quot|#39|amp);)/);
    }),
  );
});

test("a text that can be seen is read as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(textOf(html`${text}`.text)).toBe(text);
    }),
  );
});

test("what cannot be seen is written as an escape", () => {
  expect(html`${"a\u202eb\u0000c\u200bd"}`.text).toBe("a\\u202eb\\u0000c\\u200bd");
});

test("markup in markup stays, lists are joined, and the source's indentation is left out", () => {
  const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);

  expect(
    html`<ul>
      ${items}
    </ul>`.text,
  ).toBe("<ul>\n<li>a</li><li>&lt;b&gt;</li>\n</ul>");
  expect(html`${1}${undefined}${verbatim("<hr>")}`.text).toBe("1<hr>");
});

test("literals of a sentence are code, and prose is text", () => {
  const text = say`topic ${"<a>"} is <gone>`;

  expect(sentence(text).text).toBe("topic <code>&lt;a&gt;</code> is &lt;gone&gt;");
  expect(startedSentence(text).text).toBe("Topic <code>&lt;a&gt;</code> is &lt;gone&gt;");
  expect(startedSentence([{ code: "x" }, " goes"]).text).toBe("<code>x</code> goes");
});

test("a literal that is empty or endless can still be read", () => {
  expect(code("").text).toBe("<code>&quot;&quot;</code>");
  expect(MAX_CHARACTERS).toBe(2_000);
  expect(code("x".repeat(3_000)).text).toBe(`<code>${"x".repeat(2_000)}…</code> (3,000 characters)`);
});
