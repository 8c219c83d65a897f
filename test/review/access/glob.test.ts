import fc from "fast-check";
import { arnCovers, arnDisjoint, covers, disjoint, literally } from "../../../src/review/access/policy/glob";

test.each([
  ["*", "anything", true],
  ["s3:Get*", "s3:GetObject", true],
  ["s3:Get*", "s3:Get*Tagging", true],
  ["s3:*Object", "s3:GetObjectTagging", false],
  ["s3:Get?bject", "s3:GetObject", true],
  ["s3:Get?bject", "s3:Get?bject", true],
  ["s3:Get?bject", "s3:Get*bject", false],
  ["a?", "a${aws:username}", false],
  ["a*", "a${aws:username}", true],
  ["a${*}*", "a${*}b", true],
  ["a${*}*", "ab", false],
  ["a", "a*", false],
])("'%s' covers '%s': %s", (wide, narrow, expected) => {
  expect(covers(wide, narrow)).toBe(expected);
});

test.each([
  ["arn:aws:s3:::lake/*", "arn:aws:s3:::lake/a:b", true],
  ["arn:aws:iam::*:role/x", "arn:aws:iam::1:role/x", true],
  ["arn:aws:iam:*:role/x", "arn:aws:iam::1:role/x", false],
  ["arn:aws:*", "arn:aws:s3:::lake", false],
  ["*", "arn:aws:s3:::lake", true],
])("ARN '%s' covers '%s': %s", (wide, narrow, expected) => {
  expect(arnCovers(wide, narrow)).toBe(expected);
});

test("patterns are disjoint only where nothing can match both", () => {
  expect(disjoint("iam:*", "s3:Get*")).toBe(true);
  expect(disjoint("s3:Get", "s3:GetObject")).toBe(true);
  expect(disjoint("s3:*", "s3:Get*")).toBe(false);
  expect(disjoint("s3:Get*", "s3:GetObject")).toBe(false);
  expect(arnDisjoint("arn:aws:s3:::a/*", "arn:aws:s3:::b/*")).toBe(true);
  expect(arnDisjoint("arn:aws:s3:::a/*", "*")).toBe(false);
});

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });

const matches = (glob: string, text: string): boolean =>
  new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);

test("what covers a pattern matches whatever that matches", () => {
  fc.assert(
    fc.property(pattern, pattern, word, (wide, narrow, text) => {
      fc.pre(covers(wide, narrow) && matches(narrow, text));

      expect(matches(wide, text)).toBe(true);
    }),
    { numRuns: 300, maxSkipsPerRun: 1_000 },
  );
});

test("nothing matches both of two patterns that are disjoint", () => {
  fc.assert(
    fc.property(pattern, pattern, word, (one, other, text) => {
      expect(disjoint(one, other) && matches(one, text) && matches(other, text)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test("a pattern covers exactly what it matches of plain texts, and a literal one only itself", () => {
  fc.assert(
    fc.property(pattern, word, (glob, text) => {
      expect(covers(glob, text)).toBe(matches(glob, text));
      expect(covers(literally(glob), text)).toBe(glob === text);
    }),
    { numRuns: 1_000 },
  );
});
