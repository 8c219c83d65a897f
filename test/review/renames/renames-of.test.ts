import { plain, UNKNOWN, type ResourceChange, type Value } from "../../../src/review/model";
import { renamesOf } from "../../../src/review/renames";
import { IDENTITIES } from "../../../src/review/things";
import { change } from "../support/change";

const gone = (type: string, name: string, before: Value): ResourceChange =>
  change({ type, name, address: `${type}.${name}`, before });
const made = (type: string, name: string, after: Value): ResourceChange =>
  change({ type, name, address: `${type}.${name}`, after });

const pairs = (changes: readonly ResourceChange[]): string[] =>
  renamesOf(changes).map(({ from, to }) => `${from} → ${to}`);

describe("a deletion and a creation that are one thing", () => {
  it("are a rename, with the entry that keeps it", () => {
    const [rename, ...others] = renamesOf([
      made("kafka_topic", "b", { name: "orders.order-placed.v1", partitions: 12 }),
      gone("kafka_topic", "a", { name: "orders.order-placed.v1", partitions: 6 }),
    ]);

    expect(others).toEqual([]);
    expect(rename && plain(rename.because)).toBe("both are topic `orders.order-placed.v1`");
    expect(rename?.moved).toBe('{"moved":[{"from":"kafka_topic.a","to":"kafka_topic.b"}]}');
  });

  it.each(Object.entries(IDENTITIES))(
    "are found for %s by all that identifies it",
    (type, { attributes }) => {
      const thing = Object.fromEntries(attributes.map((name) => [name, `${name}-1`]));

      expect(pairs([gone(type, "a", thing), made(type, "b", thing)])).toEqual([`${type}.a → ${type}.b`]);
      for (const name of attributes) {
        expect(pairs([gone(type, "a", thing), made(type, "b", { ...thing, [name]: "another" })])).toEqual([]);
      }
    },
  );

  it("are taken once each, in the order of the changes", () => {
    const topic = { name: "x" };

    expect(
      pairs([
        gone("kafka_topic", "a", topic),
        gone("kafka_topic", "b", topic),
        gone("kafka_topic", "c", topic),
        made("kafka_topic", "d", topic),
        made("kafka_topic", "e", topic),
      ]),
    ).toEqual(["kafka_topic.a → kafka_topic.d", "kafka_topic.b → kafka_topic.e"]);
  });

  it("are of one type and one provider, and not known at the apply only", () => {
    const topic = { name: "x" };
    const elsewhere = change({ type: "kafka_topic", name: "b", after: topic, provider: "other/kafka" });

    expect(pairs([gone("kafka_topic", "a", topic), made("postgresql_role", "b", topic)])).toEqual([]);
    expect(pairs([gone("kafka_topic", "a", topic), elsewhere])).toEqual([]);
    expect(pairs([gone("kafka_topic", "a", topic), made("kafka_topic", "b", { name: UNKNOWN })])).toEqual([]);
  });

  it("may leave to the provider what it fills in by itself", () => {
    const before = { name: "orders", database: "mesh" };
    const after: Value = { name: "orders", database: UNKNOWN };

    expect(pairs([gone("postgresql_schema", "a", before), made("postgresql_schema", "b", after)])).toEqual([
      "postgresql_schema.a → postgresql_schema.b",
    ]);
  });

  it("are neither replacements nor leftovers of them", () => {
    const topic = { name: "x" };
    const replaced = change({ type: "kafka_topic", before: topic, after: topic, replacePaths: [["name"]] });
    const leftover = change({ type: "kafka_topic", before: topic, deposed: "a1b2c3d4" });

    expect(pairs([replaced, made("kafka_topic", "b", topic)])).toEqual([]);
    expect(pairs([leftover, made("kafka_topic", "b", topic)])).toEqual([]);
  });
});
