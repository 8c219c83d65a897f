import { MAX_UNTRUSTED_BYTES, tamed } from "../../src/posting";
import { comment, HEAD, OLDER } from "./support/hosts";

const expected = { id: "shop/prod", head: HEAD };
const tame = (text: string): string => tamed(comment(text), expected);

test("what a fork's code wrote says so, below its marker", () => {
  expect(tame("one").split("\n")).toEqual([
    comment("").split("\n")[0],
    "> [!NOTE]",
    "> Made by a run of the pull request's own code, so that code decides what it says. Do not merge on it alone.",
    "",
    "one",
    "",
  ]);
});

test("the elements of a review are let through", () => {
  const text =
    "<details open>\n<summary>`orders` <b>x</b></summary>\n\n| a |\n|---|\n| b<br>c |\n\n</details>";

  expect(tame(text)).toContain(text);
});

test.each([
  ["<img src=x>", "<\u200bimg src=x>"],
  ["<a href=//evil.example>merge</a>", "<\u200ba href=//evil.example>merge<\u200b/a>"],
  ["<details onclick=x>", "<\u200bdetails onclick=x>"],
  ["<!-- hidden -->", "<\u200b!-- hidden -->"],
  ["@shop/owners and @ann", "@\u200bshop/owners and @\u200bann"],
  ["![x](https://evil.example)", "!\u200b[x]\u200b(https://evil.example)"],
  ["[merge][1]\n\n[1]: https://evil.example", "[merge]\u200b[1]\n\n[1]\u200b: https://evil.example"],
  ["&#64;ann &commat;ann &lt;", "&\u200b#\u200b64;ann &\u200bcommat;ann &lt;"],
  ["/merge\n  /approve now\n\na/b", "/\u200bmerge\n  /\u200bapprove now\n\na/b"],
  ["closes #12", "closes #\u200b12"],
])("%j mentions nobody, shows no picture, hides no link and commands nothing", (text, harmless) => {
  expect(tame(text).split("alone.\n\n")[1]).toBe(`${harmless}\n`);
});

test("it has to be about the commit that the run was for", () => {
  expect(() => tamed(comment("one", OLDER), expected)).toThrow(
    `the comment is about commit ${OLDER}, expected ${HEAD}`,
  );
  expect(() => tamed("<!-- meshwright:review id=shop/prod v1 -->\n", expected)).toThrow(
    `the comment is about commit none, expected ${HEAD}`,
  );
});

test("it has to be the comment that is expected", () => {
  expect(() => tamed(comment("one", HEAD, "other/prod"), expected)).toThrow(
    "the comment is marked for 'other/prod', expected 'shop/prod'",
  );
});

test("it may not be longer than a review is", () => {
  expect(MAX_UNTRUSTED_BYTES).toBe(65_000);
  expect(() => tame("ä".repeat(32_500))).toThrow("the comment has more than 65000 bytes");
});
