import fc from "fast-check";
import { INPUT_LIMITS, readYaml } from "../../src/manifest";
import { mutatedText } from "./arbitraries";

const read = (text: string) => readYaml("mesh.yaml", Buffer.from(text));
const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

/** `line:column Code: message` of every problem. */
const told = (text: string | Buffer): string[] =>
  readYaml("mesh.yaml", Buffer.from(text)).problems.map(
    ({ code, message, at }) => `${at.position?.line}:${at.position?.column} ${code}: ${message}`,
  );

describe("what is read", () => {
  test.each([
    [
      "text, numbers, booleans and nothing",
      "a: b\nc: 1\nd: 1.5\ne: true\nf:\ng: ~",
      { a: "b", c: 1, d: 1.5, e: true, f: null, g: null },
    ],
    ["words that only older YAML takes for booleans", "a: yes\nb: on\nc: No", { a: "yes", b: "on", c: "No" }],
    ["dates as text", "a: 2027-06-30", { a: "2027-06-30" }],
    [
      "numbers of the core schema",
      "a: 0x1f\nb: 0o17\nc: 1e3\nd: -0\ne: +5",
      { a: 31, b: 15, c: 1000, d: 0, e: 5 },
    ],
    [
      "lists and fields, in brackets and in blocks",
      "a: [1, {b: c}]\nd:\n  - e\n",
      { a: [1, { b: "c" }], d: ["e"] },
    ],
    ["brackets over several lines", "a: [\n  1,\n  2\n]\n", { a: [1, 2] }],
    ["quotes and escapes", "a: \"x\\ty\"\nb: 'it''s'", { a: "x\ty", b: "it's" }],
    ["text over several lines", "a: |\n  one\n  two\nb: >-\n  one\n  two", { a: "one\ntwo\n", b: "one two" }],
    ["Windows line ends", "a: 1\r\nb:\r\n  - c\r\n", { a: 1, b: ["c"] }],
    ["aliases, written out", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
    ["a merge key, as a plain key", "a: &x {b: 1}\nc: {<<: *x}", { a: { b: 1 }, c: { "<<": { b: 1 } } }],
    ["JSON", '{"a": [1, null, "b"]}', { a: [1, null, "b"] }],
    ["the deepest nesting that is allowed", `a: ${deep(63)}`, { a: expect.any(Array) as unknown }],
  ])("%s", (_what, text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
  });

  test("an alias is no second name of the same object", () => {
    const { a, b } = read("a: &x [1]\nb: *x").value as { a: number[]; b: number[] };

    expect(a).not.toBe(b);
  });
});

describe("what is no text in UTF-8", () => {
  test.each([
    [
      "a byte order mark",
      Buffer.from("\ufeffa: 1"),
      "1:1 EncodingInvalid: the file starts with a byte order mark",
    ],
    [
      "UTF-16, little end first",
      Buffer.from("\ufeffa: 1", "utf16le"),
      "1:1 EncodingInvalid: the file is UTF-16",
    ],
    ["UTF-16, big end first", Buffer.from([0xfe, 0xff, 0, 0x61]), "1:1 EncodingInvalid: the file is UTF-16"],
    [
      "UTF-16 without a mark",
      Buffer.from("a: 1", "utf16le"),
      "1:2 EncodingInvalid: the file holds a NUL byte",
    ],
    ["a NUL", Buffer.from("a: 1\nb: \0"), "2:4 EncodingInvalid: the file holds a NUL byte"],
    [
      "Latin-1",
      Buffer.from("a: 1\nb: é\n", "latin1"),
      "2:4 EncodingInvalid: the file holds bytes that are not UTF-8",
    ],
    [
      "a character cut short",
      Buffer.from("é: é").subarray(0, 5),
      "1:4 EncodingInvalid: the file holds bytes that are not UTF-8",
    ],
    [
      "a replacement character before a wrong byte",
      Buffer.concat([Buffer.from("a: \ufffd"), Buffer.from([0xff])]),
      "1:5 EncodingInvalid: the file holds bytes that are not UTF-8",
    ],
  ])("%s", (_what, bytes, finding) => {
    expect(told(bytes)).toEqual([finding]);
    expect(readYaml("f", bytes).problems[0]).toMatchObject({ rule: "UTF-8 without a byte order mark" });
  });
});

describe("what is no YAML", () => {
  test.each([
    ["a tab that indents", "a:\n\tb: 1\n", ["2:1 YamlSyntax: a tab is used to indent"]],
    [
      "a quote that is not closed",
      'a: "b\nc: 1\n',
      [expect.stringContaining("YamlSyntax: a quoted text is not closed")],
    ],
    ["a bracket that is not closed", "a: [1, 2\nb: 1\n", [expect.stringContaining("2:1 YamlSyntax")]],
    ["fields in different columns", "a:\n  b: 1\n c: 2\n", [expect.stringContaining("3:1 YamlSyntax")]],
    [
      "a colon in text",
      "a: b: c\n",
      [expect.stringContaining("1:4 YamlSyntax: a key must be one short text")],
    ],
    [
      "text that starts with an indicator",
      "a: @b\n",
      ["1:4 YamlSyntax: text without quotes cannot start with this character"],
    ],
    ["an unknown escape", 'a: "\\q"\n', [expect.stringContaining("1:5 YamlSyntax: a backslash")]],
    ["a second document", "a: 1\n---\nb: 2\n", ["2:1 YamlSyntax: a second document starts here"]],
    ["a directive", "%YAML 1.1\n---\na: yes\n", ["1:1 YamlSyntax: a line that starts with '%' is not read"]],
    [
      "an unknown directive",
      "%FOO\n---\na: yes\n",
      ["1:1 YamlSyntax: a line that starts with '%' is not read"],
    ],
    ["a tag of its own", "a: !include x.yaml\n", ["1:13 YamlSyntax: a tag (!) stands here"]],
    ["a tag of the standard", "a: !!binary aGk=\n", ["1:13 YamlSyntax: a tag (!) stands here"]],
    ["a tag on fields", "a: !!set {b}\n", ["1:10 YamlSyntax: a tag (!) stands here"]],
    ["a key that is a number", "1: a\n", ["1:1 YamlSyntax: a key must be text"]],
    ["a key that is a list", "? [a]\n: b\n", ["1:3 YamlSyntax: a key must be text"]],
    [
      "an alias without its anchor",
      "a: *b\n",
      [expect.stringContaining("1:4 YamlSyntax: an anchor or alias")],
    ],
    ["a number without an end", "a: .inf\n", ["1:4 ValueInvalid: a number must be finite"]],
    ["a key that is there twice", "a: 1\nb: 2\na: 3\n", ["3:1 YamlDuplicateKey: 'a' is there twice"]],
    ["a key twice, once in quotes", 'a: {b: 1, "b": 2}\n', ["1:11 YamlDuplicateKey: 'b' is there twice"]],
    ["nothing", "", ["1:1 FileEmpty: the file is empty"]],
    ["comments only", "# a\n\n", ["1:1 FileEmpty: the file is empty"]],
    [
      "several of them",
      "a: 1\na: 2\nb: !x 1\n",
      ["2:1 YamlDuplicateKey: 'a' is there twice", "3:7 YamlSyntax: a tag (!) stands here"],
    ],
  ])("%s", (_what, text, findings) => {
    expect(told(text)).toEqual(findings);
    expect(read(text).value).toBeUndefined();
  });

  test.each(["__proto__", "constructor", "prototype"])("the key %s", (key) => {
    expect(told(`a:\n  ${key}: {polluted: true}\n`)).toEqual([`2:3 PrototypeKey: '${key}' cannot be a key`]);
    expect(told(`{"a": {"${key}": 1}}`)).toEqual([`1:8 PrototypeKey: '${key}' cannot be a key`]);
  });
});

describe("what would cost too much", () => {
  test("an alias bomb", () => {
    const bomb = `a: &a [x, x]\n${[..."bcdefghi"].map((key, index) => `${key}: &${key} [${`*${"abcdefgh".charAt(index)}, `.repeat(9)}]`).join("\n")}\n`;

    expect(told(bomb)).toEqual([
      expect.stringContaining("YamlAliasLimit: aliases (*) repeat more values than they may"),
    ]);
    expect(read(bomb).problems[0]).toMatchObject({ rule: "at most 100 repeated values" });
  });

  test("100 aliases are not too many, 101 are", () => {
    const aliases = (count: number): string =>
      `a: &a x\nb: [${Array.from({ length: count }, () => "*a").join(", ")}]\n`;

    expect(told(aliases(100))).toEqual([]);
    expect(told(aliases(101))).toHaveLength(1);
  });

  test("an alias that repeats itself", () => {
    expect(told("a: &a [1, *a]\n")).toEqual(["1:11 YamlAliasLimit: an alias (*) stands in what it repeats"]);
  });

  test("a few aliases of very many values", () => {
    const text = `a: &a [${"1,".repeat(30_000)}]\nb: [*a, *a, *a, *a]\n`;

    expect(told(text)).toEqual([expect.stringContaining("InputTooLarge: the file holds too many values")]);
  });

  test.each([
    ["lists", `a: ${deep(64)}`, 67],
    ["lists that never end", `a: ${"[".repeat(100_000)}`, 67],
    ["fields that never end", `a: ${"{".repeat(100_000)}`, 67],
    ["fields in blocks", Array.from({ length: 65 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"), 65],
    ["lists in blocks", "- ".repeat(100_000), 129],
  ])("more than 64 levels of %s", (_what, text, column) => {
    expect(told(text)).toEqual([
      expect.stringMatching(new RegExp(`:${column} InputTooLarge: lists and fields are nested`)),
    ]);
  });

  test("more than a megabyte", () => {
    const text = "a".repeat(INPUT_LIMITS.fileBytes + 1);

    expect(told(text)).toEqual(["1:1 InputTooLarge: the file has 1048577 bytes"]);
  });

  test("a hundred thousand mistakes are cut to what a person reads", () => {
    expect(told(`a: [${"]".repeat(10_000)}`).length).toBeLessThanOrEqual(INPUT_LIMITS.syntaxProblems);
  });
});

test("any bytes give a value or problems, never an exception, and the value is JSON", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    mutatedText.map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (each) => {
      const { value, problems } = readYaml("f", each);

      expect(problems.length > 0).toBe(value === undefined);
      if (value !== undefined) expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
      for (const { at } of problems) expect(at.position?.line).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});
