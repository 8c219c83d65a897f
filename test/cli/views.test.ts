import fc from "fast-check";
import { parse } from "yaml";
import type { DomainSummary, SynthSummary } from "../../src/cli/data/synth-summary";
import { schemaFolderOf, schemaLine } from "../../src/cli/scaffold/schema-line";
import { yamlScalar } from "../../src/cli/scaffold/yaml-scalar";
import { PLAIN } from "../../src/cli/style";
import { MOST_ROWS, renderSynth } from "../../src/cli/views/synth-summary";
import { table } from "../../src/cli/views/table";
import { counted } from "../../src/cli/views/text";

describe("table", () => {
  test("columns are as wide as their widest cell, and no line ends in spaces", () => {
    const rows = [
      ["a", "12", "x"],
      ["bcd", "3", ""],
    ];

    expect(table(rows, { indent: 2, right: [1] })).toEqual(["  a    12  x", "  bcd   3"]);
  });

  test("colour does not count as width", () => {
    const rows = [
      ["a", "x"],
      ["bc", "y"],
    ];

    expect(table(rows, { paint: (cell) => `<${cell}>` })).toEqual(["<a>   <x>", "<bc>  <y>"]);
  });
});

test("a count has its word", () => {
  expect([0, 1, 2].map((count) => counted(count, "error"))).toEqual(["0 errors", "1 error", "2 errors"]);
});

test("YAML reads a scalar as the text it was made of, alone and in a flow mapping", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "true",
      "null",
      "NULL",
      "1",
      "1e3",
      "a: b",
      "a, b",
      "#x",
      "",
      "x #y",
      "x:",
      "~",
      "2027-01-01",
    ),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(parse(`value: ${yamlScalar(text)}`)).toEqual({ value: text });
      expect(parse(`{ value: ${yamlScalar(text)}, other: 1 }`)).toEqual({ value: text, other: 1 });
    }),
  );
});

describe("the schema of a manifest", () => {
  test.each([
    ["./node_modules/meshwright/schemas", 0, "./node_modules/meshwright/schemas/mesh.schema.json"],
    ["./node_modules/meshwright/schemas", 2, "../../node_modules/meshwright/schemas/mesh.schema.json"],
    ["../../schemas", 4, "../../../../../../schemas/mesh.schema.json"],
    ["https://example.com/schemas", 4, "https://example.com/schemas/mesh.schema.json"],
    ["/opt/schemas", 4, "/opt/schemas/mesh.schema.json"],
  ])("in %s is found from a depth of %d", (folder, depth, expected) => {
    expect(schemaLine("mesh", folder, depth)).toBe(`# yaml-language-server: $schema=${expected}`);
  });

  test("is where mesh.yaml says, or else where it is installed", () => {
    const text = schemaLine("mesh", "../../schemas", 0);

    expect(schemaFolderOf(`${text}\nkind: Mesh\n`)).toBe("../../schemas");
    expect(schemaFolderOf("kind: Mesh\n")).toBe("./node_modules/meshwright/schemas");
  });
});

describe("the table of domains", () => {
  const counts = { topics: 1, buckets: 1, schemas: 1, roles: 1, policies: 0, alarms: 0, resources: 5 };
  const domains = (count: number): DomainSummary[] =>
    Array.from({ length: count }, (_, at) => ({
      domain: `domain-${at}`,
      changed: at === 0,
      boundaryChanged: false,
      resources: counts,
      deploy: [`npx cdktf deploy domain-${at}-boundary`, `npx cdktf deploy domain-${at}`],
    }));
  const rowsOf = (count: number) => {
    const summary: SynthSummary = {
      format: "meshwright.synth/1",
      environment: "dev",
      ...{ written: [], unchanged: [], removed: [] },
      platform: counts,
      domains: domains(count),
    };
    return renderSynth(summary, "cdktf.out", PLAIN).filter((line) => /^ {2}(domain-|and )/.test(line));
  };

  test("has all of them while they fit a screen or two", () => {
    expect(MOST_ROWS).toBe(40);
    expect(rowsOf(MOST_ROWS)).toHaveLength(MOST_ROWS);
  });

  test("has those that changed, once there are more", () => {
    expect(rowsOf(MOST_ROWS + 1)).toEqual([
      "  domain-0       1        1        1      1         -       -          5  changed  npx cdktf deploy domain-0",
      "  and 40 unchanged domains",
    ]);
  });
});
