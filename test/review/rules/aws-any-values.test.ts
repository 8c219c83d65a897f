import fc from "fast-check";
import { accessDiff } from "../../../src/review/access";
import { plain, Secret, UNKNOWN, type Action, type Value } from "../../../src/review/model";
import { AWS_RULES, effectsOf } from "../../../src/review/rules";
import { change } from "../support/change";

const TYPES = [
  ...new Set(AWS_RULES.flatMap(({ types }) => types)),
  "kafka_acl",
  "postgresql_grant",
  "postgresql_role",
];
const ACTIONS: readonly Action[] = [
  "create",
  "update",
  "replace",
  "delete",
  "forget",
  "create-forget",
  "other",
  "no-op",
];

/** Attributes that rules and access look at. */
const NAMES = [
  ...[
    "bucket",
    "rule",
    "filter",
    "expiration",
    "days",
    "status",
    "prefix",
    "policy",
    "assume_role_policy",
    "name",
  ],
  ...[
    "permissions_boundary",
    "role",
    "policy_arn",
    "privileges",
    "roles",
    "acl_principal",
    "versioning_configuration",
  ],
  ...[
    "force_destroy",
    "retention_in_days",
    "storage_descriptor",
    "columns",
    "transition",
    "__proto__",
    "inline_policy",
  ],
];

const POLICY = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}';

const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value; fields: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Value[]>(null, true, false, 0, 30, 9_007_199_254_740_993n, "", "Enabled", POLICY, "{"),
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
    before: fc.oneof(fc.constant(null), values),
    after: fc.oneof(fc.constant(null), fc.constant(UNKNOWN), values),
  })
  .map((said) => change({ ...said, replacePaths: [["bucket"]] }));

test("whatever a plan holds, there is a text for it", () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 4 }), (all) => {
      const texts = [
        ...all.flatMap((each) => effectsOf(each).map(({ sentence }) => plain(sentence))),
        ...accessDiff(all).map(({ sentence }) => plain(sentence)),
      ];

      expect(texts.filter((text) => text.includes("undefined") || text.includes("[object"))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
