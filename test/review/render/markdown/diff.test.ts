import { Secret, say, UNKNOWN, type AttributeDiff } from "../../../../src/review/model";
import { diffLines } from "../../../../src/review/render/markdown/diff";
import { fenced } from "../../../../src/review/render/markdown/lines";
import { attribute } from "../../support/review";

test("a sign stands in the first column, what forces a replacement comes first and says so", () => {
  const attributes = [
    attribute({ path: ["config", "retention.ms"], before: "1", after: undefined }),
    attribute({ path: ["rules", 10], before: undefined, after: 1 }),
    attribute({ path: ["rules", 2], before: undefined, after: 1 }),
    attribute({ path: ["z"], forces: true }),
  ];

  expect(diffLines(attributes, 2)).toEqual([
    "- z = 6",
    "+ z = 3  # forces a replacement",
    '- config.retention.ms = "1"',
    "+ rules[2] = 1",
    "+ rules[10] = 1",
    "  (2 computed attributes known after apply)",
  ]);
});

test.each<[Partial<AttributeDiff>, string[]]>([
  [{ after: UNKNOWN }, ["- partitions = 6", "+ partitions = (known after apply)"]],
  [{ before: new Secret(1), after: new Secret(2) }, ["! partitions: (sensitive, changed)"]],
  [{ note: "formatting only" }, ["! partitions: formatting only"]],
  [{ before: 9007199254740993n, after: null }, ["- partitions = 9007199254740993", "+ partitions = null"]],
  [{ before: { a: [true, "x"] }, after: {} }, ['- partitions = { "a": [true, "x"] }', "+ partitions = {}"]],
  [{ before: "a\nb\u202e`", after: undefined }, ['- partitions = "a\\nb\\u202e`"']],
])("a value reads as it is: %#", (over, lines) => {
  expect(diffLines([attribute(over)], 0)).toEqual(lines);
});

test("one secret on both sides is unchanged", () => {
  const secret = new Secret(1);

  expect(diffLines([attribute({ before: secret, after: secret })], 0)).toEqual([
    "! partitions: (sensitive, unchanged)",
  ]);
});

test("a document is told by its parts", () => {
  const lines = [
    { sign: "+", text: say`allows ${"s3:GetObject"} to ${"role/x"}` },
    { sign: "~", text: say`statement ${"Read"}` },
  ] as const;

  expect(diffLines([attribute({ path: ["policy"], lines })], 0)).toEqual([
    "! policy:",
    "+   allows `s3:GetObject` to `role/x`",
    "!   statement `Read`",
  ]);
});

test("a fence is longer than any run of backticks in it", () => {
  expect(fenced(["a"], "diff")).toEqual(["```diff", "a", "```"]);
  expect(fenced(["a ```` b", "`"], "diff")).toEqual(["`````diff", "a ```` b", "`", "`````"]);
});
