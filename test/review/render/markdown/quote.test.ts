import { say } from "../../../../src/review/model";
import { code, html, inline } from "../../../../src/review/render/markdown/quote";

test.each([
  ["a", "`a`"],
  ["a`b", "``a`b``"],
  ["`a``", "``` `a`` ```"],
  [" a ", "`  a  `"],
  [" ", "` `"],
  ["", '`""`'],
  ["a|b", "`a|b`"],
])("the literal %j is %s", (literal, expected) => {
  expect(code(literal)).toBe(expected);
});

test("a bar does not end a cell, whatever stands before it", () => {
  expect(code("a|b", true)).toBe("`a\\|b`");
  expect(code("a\\|b", true)).toBe("`a\\\\u007cb`");
});

test("literals that touch are one", () => {
  expect(inline(say`topic ${"a"}${"b"}${"`"} goes`)).toBe("topic `` ab` `` goes");
});

test("prose has no meaning of its own, and what a forge would link in it is code", () => {
  expect(inline(["a *b* _c_ [d] ~e~"])).toBe("a \\*b\\* \\_c\\_ \\[d\\] \\~e\\~");
  expect(inline(["ask @team about #12 at https://x.example"])).toBe(
    "ask `@team` about `#12` at `https://x.example`",
  );
  expect([inline(["# a"]), inline(["- a"]), inline(["1. a"]), inline(["3 topics"])]).toEqual([
    "\\# a",
    "\\- a",
    "1\\. a",
    "3 topics",
  ]);
});

test("in a tag, literals are code with entities", () => {
  expect(html(say`stack ${'<b a="1">&'}`)).toBe("stack <code>&lt;b a=&quot;1&quot;&gt;&amp;</code>");
  expect(html(say`${"x".repeat(300)}`)).toBe(`<code>${"x".repeat(200)}…</code> (300 characters)`);
});
