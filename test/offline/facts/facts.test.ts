import { factsOf, schemaFacts, uuid } from "../../../src/offline/facts";
import { samePolicy } from "../../../src/offline/facts/json-equality";
import type { Block } from "../../../src/offline/model";
import { providerSchema, type ProviderName } from "../../../src/offline/schema";
import kafkaAndPostgresql from "../../../provider-schemas/kafka-postgresql.schema.json";

const SOURCES: Readonly<Record<ProviderName, string>> = {
  aws: "registry.terraform.io/hashicorp/aws",
  kafka: "registry.terraform.io/mongey/kafka",
  postgresql: "registry.terraform.io/cyrilgdn/postgresql",
};

const factsAndSchema = (name: ProviderName) => {
  const facts = factsOf(SOURCES[name]);
  return { facts, schema: providerSchema(name, facts.resources.keys(), schemaFacts(facts)) };
};

/** True when the path, dotted and with `*` for the elements of a block, leads to something in the schema. */
function exists(block: Block | undefined, [name = "", ...rest]: readonly string[]): boolean {
  if (block === undefined) return false;
  if (rest.length === 0) return name in block.attributes || name in block.blocks;
  return exists(block.blocks[name]?.block, rest[0] === "*" ? rest.slice(1) : rest);
}

describe.each(Object.keys(SOURCES) as ProviderName[])("the facts of %s", (name) => {
  const { facts, schema } = factsAndSchema(name);

  test("name only what the schema has", () => {
    const lost = [...facts.resources].flatMap(([type, row]) =>
      [
        ...row.forceNew.map((entry) => (typeof entry === "string" ? entry : entry.path)),
        ...[row.defaults, row.planned, row.reads, row.equivalent, row.derived].flatMap((table) =>
          Object.keys(table),
        ),
        ...[row.computedBlocks, row.sensitive, row.writeOnly, row.local, row.follows].flat(),
        ...[...row.rules, ...row.groups].map(({ path }) => path),
      ]
        .filter((path) => !exists(schema.resources.get(type), path.split(".")))
        .map((path) => `${type}.${path}`),
    );

    expect(lost).toEqual([]);
  });

  test("know a source for every row and a value for everything only the service knows", () => {
    for (const [type, { source, derived, defaults, planned, library }] of facts.resources) {
      expect(source).not.toBe("");
      const computed = Object.entries(schema.resources.get(type)?.attributes ?? {}).filter(
        ([, { computed, optional }]) => computed && (!optional || library === "framework"),
      );
      const unknown = computed.map(([attribute]) => attribute);
      expect(
        unknown
          .filter((each) => !(each in { ...derived, ...defaults, ...planned }))
          .map((each) => `${type}.${each}`),
      ).toEqual([]);
    }
  });

  test("make nothing write-only that is not sensitive", () => {
    for (const { sensitive, writeOnly } of facts.resources.values())
      expect(sensitive).toEqual(expect.arrayContaining([...writeOnly]));
  });
});

describe("the facts the captured schema tells", () => {
  interface Captured {
    readonly version: number;
    readonly block: {
      readonly attributes: Readonly<
        Record<string, { readonly sensitive?: boolean; readonly write_only?: boolean }>
      >;
    };
  }

  test.each(["kafka", "postgresql"] as const)(
    "are those of %s: sensitive, write-only, schema versions",
    (name) => {
      const { resources } = factsOf(SOURCES[name]);
      const captured = kafkaAndPostgresql.provider_schemas[
        SOURCES[name] as keyof typeof kafkaAndPostgresql.provider_schemas
      ].resource_schemas as unknown as Readonly<Record<string, Captured>>;

      for (const [type, { sensitive, writeOnly, schemaVersion }] of resources) {
        const attributes = Object.entries(captured[type]?.block.attributes ?? {});
        expect([...sensitive].sort()).toEqual(
          attributes.flatMap(([each, flags]) => (flags.sensitive ? [each] : [])).sort(),
        );
        expect([...writeOnly].sort()).toEqual(
          attributes.flatMap(([each, flags]) => (flags.write_only ? [each] : [])).sort(),
        );
        expect([type, schemaVersion]).toEqual([type, captured[type]?.version]);
      }
    },
  );
});

describe("identifiers", () => {
  test("have the form of a version 4 UUID and no two parts run together", () => {
    expect(uuid("a", "b")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuid("ab", "c")).not.toBe(uuid("a", "bc"));
  });
});

describe("two policies", () => {
  const policy = (...statements: object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const allow = {
    Sid: "A",
    Effect: "Allow",
    Action: ["a", "b"],
    Resource: "*",
    Principal: { AWS: ["x", "y"] },
  };

  test.each<[string, string, string, boolean]>([
    ["order of actions", policy(allow), policy({ ...allow, Action: ["b", "a"] }), true],
    ["order of principals", policy(allow), policy({ ...allow, Principal: { AWS: ["y", "x"] } }), true],
    ["a list of one", policy(allow), policy({ ...allow, Resource: ["*"] }), true],
    ["order of statements", policy(allow, {}), policy({}, allow), true],
    [
      "one statement without a list",
      policy(allow),
      JSON.stringify({ Version: "2012-10-17", Statement: allow }),
      true,
    ],
    ["another action", policy(allow), policy({ ...allow, Action: ["a"] }), false],
    ["another effect", policy(allow), policy({ ...allow, Effect: "Deny" }), false],
    ["no JSON", "{", "{", false],
  ])("that differ in the %s", (_what, one, other, expected) => {
    expect(samePolicy(one, other)).toBe(expected);
  });
});

describe("a provider without facts", () => {
  test("is named with those that have some", () => {
    expect(() => factsOf("registry.terraform.io/hashicorp/google")).toThrow(
      "the offline engine does not know provider 'registry.terraform.io/hashicorp/google'; it knows " +
        Object.values(SOURCES)
          .sort((a, b) => b.localeCompare(a))
          .sort()
          .join(", "),
    );
  });
});
