import fc from "fast-check";
import { parse, stringify } from "yaml";
import { readContract, writeContract, type ContractEdit } from "../../src/contract";

type Data = Record<string, unknown>;

const word = fc.constantFrom(
  "orders",
  "1.0",
  "true",
  "a: b",
  "# no comment",
  "${VAR:-x}",
  "it's",
  'say "so"',
  "ÄÖ",
  "-",
);
const scalar = fc.oneof(word, fc.integer({ min: -5, max: 5 }), fc.boolean());
const customProperty = fc.record({
  property: fc.constantFrom("colour", "shape", "size"),
  value: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.record({ deep: scalar })),
  vendor: fc.constantFrom("acme", "other"),
});
const unknown = {
  "x-unknown": fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.record({ keep: scalar })),
};
const optional = { requiredKeys: [] };

const property = fc.record(
  {
    name: fc.constant("id"),
    description: word,
    customProperties: fc.array(customProperty, { maxLength: 2 }),
    ...unknown,
  },
  { requiredKeys: ["name"] },
);
const server = fc.record(
  { server: fc.constant("prod"), type: fc.constant("kafka"), host: word, ...unknown },
  { requiredKeys: ["server", "type"] },
);
const member = fc.record({ username: word, role: word, ...unknown }, { requiredKeys: ["username"] });

const contract: fc.Arbitrary<Data> = fc
  .tuple(
    fc.record({
      apiVersion: fc.constantFrom("v3.0.2", "v3.1.0", "v3.2.0"),
      id: fc.constant("a"),
      version: word,
    }),
    fc.record(
      {
        status: word,
        ...unknown,
        servers: fc.array(server, { maxLength: 1 }),
        schema: fc.array(
          fc.record({
            name: fc.constant("orders"),
            properties: fc.array(property, { maxLength: 2 }),
            ...unknown,
          }),
          { maxLength: 1 },
        ),
        team: fc.array(member, { minLength: 1, maxLength: 3 }),
        slaDefaultElement: word,
        slaProperties: fc.array(fc.record({ property: word, value: scalar, ...unknown }), { maxLength: 2 }),
        customProperties: fc.array(customProperty, { maxLength: 2 }),
      },
      optional,
    ),
  )
  .map(([root, rest]) => ({ ...root, ...rest }));

/** YAML in one of the styles that people write, with comments between and behind the lines. */
const text = fc
  .record({
    contract,
    style: fc.record({ indent: fc.constantFrom(2, 4), indentSeq: fc.boolean(), lineWidth: fc.constant(0) }),
    quotes: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
    comments: fc.infiniteStream(fc.constantFrom("none", "none", "above", "behind", "blank")),
    windows: fc.boolean(),
  })
  .map(({ contract: data, style, quotes, comments, windows }) => {
    const lines = stringify(data, { ...style, defaultStringType: quotes, defaultKeyType: "PLAIN" })
      .trimEnd()
      .split("\n");
    const commented = lines.flatMap((line, index) => {
      const comment = comments.next().value as string;
      if (comment === "above") return [`${/^ */.exec(line)?.[0] ?? ""}# comment ${index}`, line];
      if (comment === "behind") return [`${line}   # comment ${index}`];
      return comment === "blank" ? ["", line] : [line];
    });
    return commented.join(windows ? "\r\n" : "\n") + (windows ? "\r\n" : "\n");
  });

const edit: fc.Arbitrary<ContractEdit> = fc.oneof(
  fc.record({ kind: fc.constant("version" as const), version: word }),
  fc.record({ kind: fc.constant("status" as const), status: word }),
  fc.record({
    kind: fc.constant("server" as const),
    server: fc.record({
      server: fc.constantFrom("prod", "lake"),
      type: fc.constantFrom("kafka", "s3"),
      location: word,
    }),
  }),
  fc.record({
    kind: fc.constant("customProperty" as const),
    property: fc.constantFrom("colour", "other"),
    value: scalar,
    vendor: fc.constantFrom("acme", "meshwright"),
  }),
);

describe("reading what was written", () => {
  test("gives what was there, with the edits made", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 3 }), (before, edits) => {
        const after = writeContract(before, edits);

        expect(parse(after)).toEqual(edits.reduce(edited, parse(before) as Data));
        const data = parse(after) as unknown;
        expect(readContract("c.yaml", parse(writeContract(after, edits)))).toEqual(
          readContract("c.yaml", data),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("leaves every other line as it was, in its place", () => {
    fc.assert(
      fc.property(text, edit, (before, change) => {
        fc.pre(!replacesCollection(parse(before) as Data, change));
        const [old, now] = [before.split("\n"), writeContract(before, [change]).split("\n")];

        const lost = withoutCommon(old, now);
        // At most the values of the keys that one edit names, or a list that was empty.
        expect(lost.length).toBeLessThanOrEqual(change.kind === "server" ? 2 : 1);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps all comments and unknown keys through an upgrade", () => {
    fc.assert(
      fc.property(text, (before) => {
        const after = writeContract(before, [{ kind: "upgrade" }]);

        expect(after.match(/# comment \d+/g)).toEqual(before.match(/# comment \d+/g));
        expect(parse(after)).toEqual(upgraded(parse(before) as Data));
        expect(writeContract(after, [{ kind: "upgrade" }])).toBe(after);
      }),
      { numRuns: 300 },
    );
  });
});

/** What an edit does, said with plain data. */
function edited(data: Data, change: ContractEdit): Data {
  switch (change.kind) {
    case "version":
      return { ...data, version: change.version };
    case "status":
      return { ...data, status: change.status };
    case "server":
      return {
        ...data,
        servers: merged(data.servers, change.server, ({ server: name }) => name === change.server.server),
      };
    case "customProperty": {
      const { property: name, value, vendor } = change;
      const isSame = (each: Data) => each.property === name && each.vendor === vendor;
      return {
        ...data,
        customProperties: merged(data.customProperties, { property: name, value, vendor }, isSame),
      };
    }
    case "upgrade":
      return upgraded(data);
  }
}

/** True when a list or mapping makes room for a scalar: its lines have to go. */
function replacesCollection(data: Data, change: ContractEdit): boolean {
  return (
    change.kind === "customProperty" &&
    ((data.customProperties ?? []) as Data[]).some(
      (each) => each.property === change.property && typeof each.value === "object",
    )
  );
}

function merged(list: unknown, entry: Data, isSame: (each: Data) => boolean): Data[] {
  const members = (list ?? []) as Data[];
  const index = members.findIndex(isSame);
  return index === -1
    ? [...members, entry]
    : members.map((each, at) => (at === index ? { ...each, ...entry } : each));
}

function upgraded({ slaDefaultElement: element, ...data }: Data): Data {
  const result: Data = { ...data, apiVersion: "v3.2.0" };
  if (Array.isArray(data.team)) result.team = { members: data.team as unknown[] };
  if (element !== undefined && Array.isArray(data.slaProperties)) {
    result.slaProperties = data.slaProperties.map((each: Data) => ({ element, ...each }));
  }
  return result;
}

/** The lines of `old` that are not, in order, among those of `now`. */
function withoutCommon(old: readonly string[], now: readonly string[]): string[] {
  let next = 0;
  return old.filter((line) => {
    const found = now.indexOf(line, next);
    if (found === -1) return true;
    next = found + 1;
    return false;
  });
}
