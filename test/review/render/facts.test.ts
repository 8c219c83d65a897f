import fc from "fast-check";
import { plain, say } from "../../../src/review/model";
import { alike } from "../../../src/review/render/facts/alike";
import { naturally, sortedNames } from "../../../src/review/render/facts/order";
import { MAX_LITERAL, shortened, shortText, visible } from "../../../src/review/render/facts/visible";
import { numeral, someOf } from "../../../src/review/render/facts/words";

test("numbers in names are ordered by their size, and every order of two is one order", () => {
  expect(sortedNames(["a[10]", "a[2]", "a", "b", "a[2]", "a[02]"])).toEqual([
    "a",
    "a[02]",
    "a[2]",
    "a[10]",
    "b",
  ]);

  const name = fc.string({ unit: fc.constantFrom("a", "0", "1", "2", "[") });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(naturally(a, b))).toBe(-Math.sign(naturally(b, a)) + 0);
      expect(naturally(a, b) === 0).toBe(a === b);
      if (naturally(a, b) < 0 && naturally(b, c) < 0) expect(naturally(a, c)).toBeLessThan(0);
    }),
  );
});

test.each([
  ["plain-text_1.v1 / ünïcödé 🦊", "plain-text_1.v1 / ünïcödé 🦊"],
  ["a\\b", "a\\b"],
  ["a\\b\n", "a\\\\b\\n"],
  ["\t\r\u0007", "\\t\\r\\u0007"],
  ["\u202e\u2066\u200b\u00ad\ufeff", "\\u202e\\u2066\\u200b\\u00ad\\ufeff"],
  ["\u2028\u00a0\u3000", "\\u2028\\u00a0\\u3000"],
  ["\u{e0041}", "\\u{e0041}"],
  ["\ud83e", "\\ud83e"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("a text is cut between characters, and its length is told", () => {
  expect(MAX_LITERAL).toBe(200);
  expect(shortText("x".repeat(200))).toBe("x".repeat(200));
  expect(shortText("x".repeat(201))).toBe(`${"x".repeat(200)}… (201 characters)`);
  expect(shortened("abc🦊", 4)).toEqual({ shown: "abc…", whole: 5 });
  expect(shortened("\u202e".repeat(3), 6)).toEqual({ shown: "\\u202e…", whole: 3 });
});

test("names are listed, and those that are too many are counted", () => {
  expect(plain(someOf(["a"], 2))).toBe("`a`");
  expect(plain(someOf(["b", "a", "c"], 2))).toBe("`a`, `b` and `c`");
  expect(plain(someOf(["d", "b", "a", "c"], 2))).toBe("`a`, `b` and 2 more");
  expect([0, 999, 1_000, 1_234_567].map(numeral)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

test("sentences that differ in literals are one, with what differs", () => {
  const texts = [
    say`topic ${"a"} is lost (${6} → ${3})`,
    say`topic ${"b"} is lost (${6} → ${2})`,
    say`other`,
  ];
  const groups = alike(
    texts,
    (text) => text,
    () => "",
  );

  expect(groups.map(({ shared, names }) => [plain(shared), names])).toEqual([
    [
      "topic … is lost (`6` → …)",
      [
        ["a", "3"],
        ["b", "2"],
      ],
    ],
    ["other", [[]]],
  ]);
});
