import fc from "fast-check";
import { BY_RISK, plain, Secret, UNKNOWN, type Action, type Value } from "../../../src/review/model";
import { effectsOf, KAFKA_RULES, POSTGRESQL_RULES } from "../../../src/review/rules";
import { change } from "../support/change";
import { WRITTEN } from "./rows/written";

const TYPES = [
  ...new Set([...KAFKA_RULES, ...POSTGRESQL_RULES].flatMap(({ types }) => types)),
  ...["terraform_data", "aws_db_instance", "acme_thing"],
];

const ACTIONS: readonly Action[] = [
  ...(["create", "read", "update", "replace", "delete", "forget", "create-forget", "other"] as const),
];

/** Attributes that rules look at, and others. */
const NAMES = [
  ...[
    "name",
    "config",
    "partitions",
    "roles",
    "privileges",
    "objects",
    "drop_cascade",
    "password",
    "options",
  ],
  ...["schema", "tables", "arg", "entity_name", "__proto__", "toString", "retention.ms", "cleanup.policy"],
];

const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value; fields: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Value[]>(
      null,
      true,
      false,
      0,
      7,
      -1,
      9_007_199_254_740_993n,
      "",
      "a",
      "12",
      "compact,delete",
    ),
    fc.constant(UNKNOWN),
    fc.integer({ min: 1, max: 3 }).map((number) => new Secret(number)),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("fields"),
  ),
  fields: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), tie("value")), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
})).fields;

const changes = fc
  .record({
    type: fc.constantFrom(...TYPES),
    action: fc.constantFrom(...ACTIONS),
    before: values,
    after: values,
    replacePaths: fc.array(fc.tuple(fc.constantFrom(...NAMES)), { maxLength: 2 }),
  })
  .map((said) => change(said));

describe("the effects of a change", () => {
  it("are there for every change, whatever it holds, worst first", () => {
    fc.assert(
      fc.property(changes, (any) => {
        const risks = effectsOf(any).map(({ verdict }) => BY_RISK.indexOf(verdict));

        expect(risks.length).toBeGreaterThan(0);
        expect(risks).toEqual([...risks].sort((a, b) => a - b));
      }),
      { numRuns: 1500 },
    );
  });

  it("are sentences without a full stop and without anything that is no text", () => {
    fc.assert(
      fc.property(changes, (any) => {
        for (const { sentence, wayOut } of effectsOf(any)) {
          expect(`${plain(sentence)}\n${plain(wayOut ?? [])}`).not.toMatch(
            /\.$|undefined|\[object|Symbol|NaN/m,
          );
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("put what comes from the plan in literals only", () => {
    const attack = "<!-- @team `x` -->";

    const effects = effectsOf(
      change({
        type: "kafka_topic",
        before: { name: attack, config: { [attack]: attack } },
        after: { name: attack, config: { [attack]: `${attack}2` } },
      }),
    );

    const prose = effects.flatMap(({ sentence }) => sentence.filter((part) => typeof part === "string"));
    expect(prose.join("")).not.toContain("@team");
    expect(effects.map(({ sentence }) => plain(sentence))).toEqual([
      `topic \`${attack}\` is configured anew: \`${attack}\` \`${attack}\` → \`${attack}2\``,
    ]);
  });

  it("do not show a secret, and tell that it changes", () => {
    const role = { name: "app", login: true, password: new Secret(1) };

    const effects = effectsOf(
      change({ type: "postgresql_role", before: role, after: { ...role, password: new Secret(2) } }),
    );

    expect(effects.map(({ rule, sentence }) => [rule, plain(sentence)])).toContainEqual([
      "postgresql_role/password",
      "role `app` gets a new password: clients that still have the old one are refused",
    ]);
  });

  it("show a secret in what forces a replacement as one", () => {
    const [effect] = effectsOf(
      change({
        type: "postgresql_database",
        before: { name: "shop", template: new Secret(1) },
        after: { name: "shop", template: "template1" },
        replacePaths: [["template"]],
      }),
    );

    expect(plain(effect?.sentence ?? [])).toContain("(`template` `(sensitive)` → `template1`)");
  });

  it.each([
    [
      "kafka_topic its replication_factor changes",
      "set the provider's `kafka_version` to what the cluster has, 2.4 or later",
    ],
    [
      "postgresql_database it is dropped",
      "take it out of the state with a `removed` block, and drop it by hand after a backup",
    ],
    [
      "postgresql_extension it is dropped with what depends on it",
      "apply `drop_cascade` as `false` first: then the deletion fails while something uses it",
    ],
    [
      "postgresql_replication_slot its plugin changes",
      "make a second slot, let the reader move, and drop this one later",
    ],
    [
      "aws_db_instance it is deleted",
      "take it out of the state with a `removed` block, and delete it by hand after a backup",
    ],
  ])("say a way out: %s", (what, wayOut) => {
    const row = WRITTEN.find(({ change: { type }, what: each }) => `${type} ${each}` === what);

    const [effect] = row === undefined ? [] : effectsOf(change(row.change));

    expect(plain(effect?.wayOut ?? [])).toBe(wayOut);
  });

  it("keep the partitions of a topic as a way out of losing it", () => {
    const [effect] = effectsOf(
      change({
        type: "kafka_topic",
        before: { name: "orders", partitions: 6 },
        after: { name: "orders", partitions: 3 },
        replacePaths: [["partitions"]],
      }),
    );

    expect(effect?.cause).toEqual(["partitions"]);
    expect(plain(effect?.wayOut ?? [])).toBe(
      "keep `6` partitions, or publish a new major version beside it, and let its readers move",
    );
  });

  it("name every attribute that forces a replacement, by the rule of the first in the table", () => {
    const effects = effectsOf(
      change({
        type: "kafka_topic",
        before: { name: "a", partitions: 6 },
        after: { name: "b", partitions: 3 },
        replacePaths: [["partitions"], ["name"]],
      }),
    );

    expect(effects.map(({ rule, sentence }) => `${rule}: ${plain(sentence)}`)).toEqual([
      "kafka_topic/name: topic `a` is deleted and topic `b` made in its place: all records and consumer offsets are lost (`partitions` `6` → `3`, `name` `a` → `b`)",
    ]);
  });

  it("do not say twice what a rule of the type says better", () => {
    const effects = effectsOf(
      change({
        type: "postgresql_schema",
        before: { name: "orders", drop_cascade: false },
        after: { name: "orders", drop_cascade: true },
      }),
    );

    expect(effects.map(({ rule }) => rule)).toEqual(["postgresql_schema/drop-cascade-armed"]);
  });
});
