import { locate, positionOf, type Problem, type SourceRef } from "../../src/finding";

const BLOCKS = `# a comment
name: orders
owner:
  team: sales   # another one
  email:
shares:
  - domain: analytics
    until: soon
  - domain: "finance"
ports: { topic: { partitions: 6 }, tables: [a, b] }
text: |
  more
`;

const positionIn = (text: string, path: SourceRef["path"], onKey = false): string => {
  const { line, column } = positionOf(text, { path, onKey });
  return `${line}:${column}`;
};

test.each<[string, SourceRef["path"], string, string]>([
  ["a field", ["name"], "2:7", "2:1"],
  ["a nested field", ["owner", "team"], "4:9", "4:3"],
  ["fields below a key", ["owner"], "4:3", "3:1"],
  ["a field without a value", ["owner", "email"], "5:3", "5:3"],
  ["an entry of a list", ["shares", 1], "9:5", "9:5"],
  ["a field of an entry", ["shares", 0, "until"], "8:12", "8:5"],
  ["text in quotes", ["shares", 1, "domain"], "9:13", "9:5"],
  ["a field in brackets", ["ports", "topic", "partitions"], "10:31", "10:19"],
  ["an entry in brackets", ["ports", "tables", 1], "10:48", "10:48"],
  ["text over several lines", ["text"], "11:7", "11:1"],
  ["the file", [], "2:1", "2:1"],
])("finds %s, and its key", (_what, path, value, key) => {
  expect(positionIn(BLOCKS, path)).toBe(value);
  expect(positionIn(BLOCKS, path, true)).toBe(key);
});

test("Windows line ends change neither line nor column", () => {
  const text = BLOCKS.replaceAll("\n", "\r\n");

  expect(positionIn(text, ["shares", 0, "until"])).toBe("8:12");
  expect(positionIn(text, ["owner", "team"], true)).toBe("4:3");
});

test("columns count as editors do", () => {
  expect(positionIn('{"é\u{1f600}": 1, b: 2}', ["b"])).toBe("1:15");
});

test("the closest thing around it, when there is no such place", () => {
  expect(positionIn(BLOCKS, ["owner", "slack"])).toBe("4:3");
  expect(positionIn(BLOCKS, ["shares", 7, "until"], true)).toBe("7:3");
  expect(positionIn(BLOCKS, ["name", "x"])).toBe("2:7");
  expect(positionIn("", ["name"])).toBe("1:1");
});

test("numbers as keys are found by their text", () => {
  expect(positionIn('a:\n  "1": x\n', ["a", "1"])).toBe("2:8");
});

test("a text that is no YAML has places as far as it goes, and never throws", () => {
  expect(positionIn("a: 1\nb: [", ["b"])).toBe("2:4");
  expect(positionIn("[".repeat(100_000), ["a"])).toBe("1:1");
});

describe("locating problems", () => {
  const problem = (
    code: string,
    file: string,
    path: SourceRef["path"],
    position?: SourceRef["position"],
  ): Problem => ({
    code,
    severity: "error",
    message: code,
    at: { file, path, position },
  });

  test("sorts by file, line, column and code", () => {
    const problems = [
      problem("D", "b.yaml", ["name"]),
      problem("C", "a.yaml", ["shares", 0, "until"]),
      problem("B", "a.yaml", ["name"]),
      problem("A", "a.yaml", ["name"]),
    ];

    const findings = locate(problems, () => BLOCKS);

    expect(findings.map(({ code, position }) => `${code} ${position.line}:${position.column}`)).toEqual([
      "A 2:7",
      "B 2:7",
      "C 8:12",
      "D 2:7",
    ]);
  });

  test("reads a file once, and only when a place is not known yet", () => {
    const read: string[] = [];
    const problems = [
      problem("A", "a.yaml", ["name"]),
      problem("B", "a.yaml", ["owner"]),
      problem("C", "known.yaml", [], { line: 3, column: 4 }),
    ];

    const findings = locate(problems, (file) => {
      read.push(file);
      return BLOCKS;
    });

    expect(read).toEqual(["a.yaml"]);
    expect(findings[2]?.position).toEqual({ line: 3, column: 4 });
  });

  test("a file that is not there has one place", () => {
    expect(locate([problem("A", "a.yaml", ["name"])], () => undefined)[0]?.position).toEqual({
      line: 1,
      column: 1,
    });
  });
});
