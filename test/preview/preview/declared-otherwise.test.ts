import { declaredOtherwise } from "../../../src/preview/declared-otherwise";
import { readStackPlan } from "../../../src/preview/read-stack-plan";

const SECRET = "swordfish-ahoy";

const TOPIC = {
  name: "orders",
  partitions: 6,
  config: { "retention.ms": "604800000", "cleanup.policy": null },
  rule: [{ is_on: true, filter: { text: "$${aws:username} %%{of}" } }],
  key: "${aws_kms_key.main.arn}",
  tags: { owner: "${aws_kms_key.main.id}", env: "dev" },
  lifecycle: { prevent_destroy: true },
  depends_on: ["aws_kms_key.main"],
  "//": { metadata: { path: "orders/Topic" } },
};

/** As Terraform tells it: constants of a template as they are written, those of a block in the block. */
const EXPRESSIONS = {
  name: { constant_value: "orders" },
  partitions: { constant_value: 6 },
  config: { constant_value: { "retention.ms": "604800000", "cleanup.policy": null } },
  rule: [
    {
      is_on: { constant_value: true },
      filter: [{ text: { constant_value: "$${aws:username} %%{of}" } }],
    },
  ],
  key: { constant_value: "${aws_kms_key.main.arn}", references: ["aws_kms_key.main.arn"] },
  tags: { references: ["aws_kms_key.main.id"] },
};

const configured = (address: string, expressions: object) => ({ address, mode: "managed", expressions });

const ALL = [
  configured("kafka_topic.it", EXPRESSIONS),
  { address: "data.aws_region.it", mode: "data", expressions: { name: { constant_value: "eu" } } },
];

/** What a plan that was made from these resources was made from, or does not say. */
function read(resources: readonly object[], options: { actions?: string; isAsked?: boolean } = {}) {
  const { actions = "create", isAsked = true } = options;
  const change = { address: "kafka_topic.it", type: "kafka_topic", name: "it", mode: "managed" };
  const document = {
    format_version: "1.2",
    resource_changes: [{ ...change, change: { actions: [actions], before: {}, after: {} } }],
    configuration: { root_module: { resources } },
  };
  return readStackPlan("orders", Buffer.from(JSON.stringify(document)), [], { configured: isAsked })
    .configured;
}

const told = (resources: readonly object[], topic: object | undefined = TOPIC): string[] =>
  declaredOtherwise(
    read(resources) ?? new Map(),
    JSON.stringify({ resource: { kafka_topic: topic === undefined ? {} : { it: topic } } }),
  );

const withTopic = (expressions: object) => [configured("kafka_topic.it", { ...EXPRESSIONS, ...expressions })];

describe("a plan of these manifests", () => {
  test("has all resources, with their constants", () => {
    expect(told(ALL)).toEqual([]);
  });

  test.each<[string, object, object]>([
    [
      "text without its escapes",
      {
        rule: [
          { is_on: { constant_value: true }, filter: { text: { constant_value: "${aws:username} %{of}" } } },
        ],
      },
      {},
    ],
    ["text with accents in two parts", { name: { constant_value: "caf\u00e9" } }, { name: "cafe\u0301" }],
    ["a number with another exponent", { partitions: { constant_value: 1000 } }, { partitions: 1e3 }],
    ["nothing of a template", { key: { references: ["aws_kms_key.main.arn"] } }, {}],
    [
      "the parts of a template",
      { tags: { constant_value: TOPIC.tags, references: ["aws_kms_key.main"] } },
      {},
    ],
    ["nothing of null", { note: { constant_value: null } }, { other: null }],
  ])("may tell %s", (_what, expressions, attributes) => {
    expect(told(withTopic(expressions), { ...TOPIC, ...attributes })).toEqual([]);
  });

  test("may have a number too large to be exact", () => {
    const plan = `{"format_version":"1.2","resource_changes":[{"address":"a.b"}],"configuration":{"root_module":{"resources":[
      {"address":"a.b","mode":"managed","expressions":{"n":{"constant_value":12345678901234567890}}}]}}}`;

    const { configured } = readStackPlan("orders", Buffer.from(plan), [], { configured: true });

    expect(
      declaredOtherwise(configured ?? new Map(), '{"resource":{"a":{"b":{"n":12345678901234567000}}}}'),
    ).toEqual([]);
  });
});

describe("a plan of others", () => {
  test.each<[string, object]>([
    ["another constant", { partitions: { constant_value: 12 } }],
    ["another one in a map", { config: { constant_value: { "retention.ms": "1" } } }],
    ["another one in a block", { rule: [{ is_on: { constant_value: false } }] }],
    ["a constant more", { replicas: { constant_value: 3 } }],
    ["a constant of another attribute", { partitions: { constant_value: "orders" } }],
    ["a constant less", { name: {} }],
  ])("has %s", (_what, expressions) => {
    expect(told(withTopic(expressions))).toEqual(["kafka_topic.it"]);
  });

  test("has resources more, or less", () => {
    expect(told([...ALL, configured("kafka_acl.it", {})])).toEqual(["kafka_acl.it"]);
    expect(told([])).toEqual(["kafka_topic.it"]);
  });
});

test("what a plan was made from tells no value", () => {
  const found = read(withTopic({ password: { constant_value: SECRET } }));

  expect([...(found ?? [])].join()).toMatch(/^kafka_topic\.it,[\w -]+$/);
  expect([...(found ?? [])].join()).not.toContain("orders");
});

test("what a plan was made from is found when it is asked for, and something changes", () => {
  expect(read(ALL, { isAsked: false })).toBeUndefined();
  expect(read(ALL, { actions: "no-op" })).toBeUndefined();
});
