import { parse } from "yaml";
import { ContractEditError, writeContract, type ContractEdit } from "../../src/contract";

const CONTRACT = `# Everything about orders
apiVersion: v3.2.0   # the standard
kind: DataContract
id: "orders.order-placed.v1"
version: '1.0.0' # ours
x-unknown:   { keep:  me }

servers:
    # the only one so far
    - server: prod
      type: kafka      # MSK
      host: \${BROKERS:-localhost:9092}
      x-rack: a
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}   # flow
  - name: note
    description: |
      two
      lines
customProperties:
  - property: colour
    value: blue
    vendor: acme
`;

/** The lines that an edit took and put. */
function changedLines(before: string, after: string): { taken: string[]; put: string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return { taken: old.filter((line) => !now.includes(line)), put: now.filter((line) => !old.includes(line)) };
}

describe("an edit changes what it names and nothing else", () => {
  test.each<[string, ContractEdit, string[], string[]]>([
    [
      "the version, in its quotes and before its comment",
      { kind: "version", version: "1.1.0" },
      ["version: '1.0.0' # ours"],
      ["version: '1.1.0' # ours"],
    ],
    [
      "a status that was not there, behind the version",
      { kind: "status", status: "active" },
      [],
      ["status: active"],
    ],
    [
      "a new server, as deep as the others",
      { kind: "server", server: { server: "lake", type: "s3", location: "s3://a/b/" } },
      [],
      ["    - server: lake", "      type: s3", "      location: s3://a/b/"],
    ],
    [
      "a known server, whose other keys stay",
      { kind: "server", server: { server: "prod", type: "kafka", host: "b-1:9098", format: "avro" } },
      ["      host: ${BROKERS:-localhost:9092}"],
      ["      host: b-1:9098", "      format: avro"],
    ],
    [
      "a custom property of another vendor with the same name",
      { kind: "customProperty", property: "colour", value: "red", vendor: "other" },
      [],
      ["    value: red", "    vendor: other"],
    ],
    [
      "a custom property that is there",
      { kind: "customProperty", property: "colour", value: "red", vendor: "acme" },
      ["    value: blue"],
      ["    value: red"],
    ],
    [
      "a custom property of a property in braces",
      {
        kind: "customProperty",
        on: ["schema", 0, "properties", 0],
        property: "personal",
        value: true,
        vendor: "meshwright",
      },
      ["  - {name: id, logicalType: string}   # flow"],
      [
        "  - {name: id, logicalType: string, customProperties: " +
          "[ { property: personal, value: true, vendor: meshwright } ]}   # flow",
      ],
    ],
    [
      "a custom property behind a block of text",
      { kind: "customProperty", on: ["schema", 0, "properties", 1], property: "a", value: 1 },
      [],
      ["    customProperties:", "      - property: a", "        value: 1"],
    ],
  ])("%s", (_what, edit, taken, put) => {
    const written = writeContract(CONTRACT, [edit]);

    expect(changedLines(CONTRACT, written)).toEqual({ taken, put });
    expect(writeContract(written, [edit])).toBe(written);
  });

  test("a new key goes to its place among the others", () => {
    const written = writeContract(CONTRACT, [{ kind: "status", status: "active" }]);

    expect(Object.keys(parse(written) as object)).toEqual([
      ...[
        "apiVersion",
        "kind",
        "id",
        "version",
        "status",
        "x-unknown",
        "servers",
        "schema",
        "customProperties",
      ],
    ]);
  });

  test("no edits give the same text", () => {
    expect(writeContract(CONTRACT, [])).toBe(CONTRACT);
  });

  test("lines end as they did, and a last line without an end gets one only when something follows", () => {
    const text = 'apiVersion: v3.2.0\r\nversion: "1"';

    expect(writeContract(text, [{ kind: "status", status: "draft" }])).toBe(
      'apiVersion: v3.2.0\r\nversion: "1"\r\nstatus: draft\r\n',
    );
    expect(writeContract(text, [{ kind: "version", version: "2" }])).toBe(
      'apiVersion: v3.2.0\r\nversion: "2"',
    );
  });

  test.each([
    ["servers:\n", "servers:\n  - server: a\n    type: custom\n"],
    ["servers: # none yet\n", "servers:\n  - server: a\n    type: custom # none yet\n"],
    ["servers: []\n", "servers: [ { server: a, type: custom } ]\n"],
    [
      "servers: [{ server: b, type: api }]\n",
      "servers: [{ server: b, type: api }, { server: a, type: custom }]\n",
    ],
  ])("an entry goes into %j", (text, expected) => {
    const edit: ContractEdit = { kind: "server", server: { server: "a", type: "custom" } };

    expect(writeContract(`id: x\n${text}`, [edit])).toBe(`id: x\n${expected}`);
  });

  test("values that YAML would take for something else are quoted", () => {
    const written = writeContract("id: x\nversion: 1\n", [
      { kind: "version", version: "1.0" },
      { kind: "customProperty", property: "on", value: "a: b # c\nd" },
    ]);

    expect(parse(written)).toEqual({
      id: "x",
      version: "1.0",
      customProperties: [{ property: "on", value: "a: b # c\nd" }],
    });
  });
});

describe("what cannot be edited", () => {
  test.each([
    ["a: [", "Flow sequence in block collection must be sufficiently indented and end with a ]"],
    ["- a\n", "the contract is no mapping of keys and values"],
    ["base: &v '1'\nversion: *v\n", undefined],
  ])("%j", (text, message) => {
    const edit = () => writeContract(text, [{ kind: "version", version: "2" }]);

    expect(edit).toThrow(ContractEditError);
    expect(edit).toThrow(message ?? "a value that is written through an alias cannot be changed");
  });
});
