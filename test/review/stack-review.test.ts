import { plain, type Plan, type ResourceChange, type StackInput } from "../../src/review/model";
import { reviewStack } from "../../src/review/stack-review";
import { change } from "./support/change";
import { plan, stackInput } from "./support/input";
import { NO_COUNTS } from "./support/review";

const TOPIC = { name: "orders.order-placed.v1", partitions: 6, config: { "retention.ms": "86400000" } };
const made = change({ type: "kafka_topic", after: TOPIC });
const lost = change({ type: "kafka_topic", name: "lost", before: { ...TOPIC, name: "orders.lost.v1" } });
const broken = change({
  ...{ type: "kafka_topic", name: "broken" },
  ...{ before: TOPIC, after: { ...TOPIC, partitions: 12 } },
});

const reviewed = (over: Partial<StackInput>) => {
  const { review, ...rest } = reviewStack(stackInput(over), { all: [] });
  return { ...rest, review, remarks: review.remarks.map(plain) };
};

const ofPlan = (over: Partial<Plan>, more: Partial<StackInput> = {}) =>
  reviewed({ plan: plan(over), ...more });

describe("a stack is unchanged", () => {
  test("when equal bytes prove it", () => {
    const { unchanged, review } = reviewed({ outcome: "proven", plan: undefined });

    expect(unchanged).toBe(true);
    expect(review).toMatchObject({ verdict: "none", counts: NO_COUNTS });
  });

  test("when its plan lists nothing but what stays", () => {
    const same = change({ type: "kafka_topic", action: "no-op", before: TOPIC, after: TOPIC });

    expect(ofPlan({ changes: [same], applyable: false })).toMatchObject({ unchanged: true, remarks: [] });
  });

  test("although others changed what has nothing to do with it", () => {
    const { unchanged, review } = ofPlan({ otherDrift: 3 });

    expect({ unchanged, otherDrift: review.otherDrift }).toEqual({ unchanged: true, otherDrift: 3 });
  });
});

describe("a stack is never called unchanged", () => {
  const read = change({ type: "aws_iam_policy_document", mode: "data", action: "read" });
  const deferred = { reason: "instance_count_unknown", change: made };

  test.each<[string, Partial<Plan>, string, string[]]>([
    [
      "when Terraform would do something it does not list",
      { applyable: true },
      "additive",
      ["Terraform would do something that its plan does not list"],
    ],
    [
      "when it reads at the apply only",
      { changes: [read], applyable: true },
      "additive",
      ["nothing but reading is done: Terraform reads `aws_iam_policy_document.it`"],
    ],
    [
      "when an output alone changes",
      { outputs: [{ name: "topicName", action: "update", sensitive: false }], applyable: true },
      "additive",
      [],
    ],
    ["when others changed what it depends on", { drift: [broken] }, "additive", []],
    [
      "when its plan is for some targets only",
      { complete: false },
      "additive",
      ["this plan is not complete: it is for some targets only, or puts changes off"],
    ],
    [
      "when it puts something off",
      { complete: false, deferred: [deferred] },
      "additive",
      [
        "this plan is not complete: it is for some targets only, or puts changes off",
        "`kafka_topic.it` is put off to a later plan (`instance_count_unknown`)",
      ],
    ],
    [
      "when a check does not pass",
      {
        checks: [
          { about: "check.backup", status: "fail", messages: ["none since monday", "no bucket"] },
          { about: "check.health", status: "error", messages: ["no answer"] },
        ],
      },
      "additive",
      [
        "check `check.backup` fails: `none since monday; no bucket`",
        "check `check.health` cannot be made: `no answer`",
      ],
    ],
    [
      "when providers are asked for something besides",
      { actionInvocations: 2, applyable: true },
      "additive",
      ["`2` actions of providers are run besides"],
    ],
    [
      "when its plan stopped half-way",
      { errored: true, complete: false, applyable: false },
      "planFailed",
      ["Terraform stopped half-way: what is listed here is not all"],
    ],
  ])("%s", (_what, over, verdict, remarks) => {
    const found = ofPlan(over);

    expect(found).toMatchObject({ unchanged: false, remarks });
    expect(found.review.verdict).toBe(verdict);
  });

  test("when its plan failed, with or without a part of it", () => {
    for (const part of [undefined, plan({ changes: [made] })]) {
      const { unchanged, review } = reviewed({ outcome: "failed", plan: part, error: "Invalid provider" });

      expect(unchanged).toBe(false);
      expect(review).toMatchObject({ verdict: "planFailed", error: "Invalid provider" });
      expect(review.resources).toHaveLength(part === undefined ? 0 : 1);
    }
  });
});

describe("what is listed", () => {
  test("comes worst first, then in the order of the plan", () => {
    const other = change({
      type: "kafka_topic",
      name: "other",
      after: { ...TOPIC, name: "orders.other.v1" },
    });

    const { review } = ofPlan({ changes: [other, made, broken, lost] });

    expect(review.resources.map(({ address, verdict }) => [address, verdict])).toEqual([
      ["kafka_topic.lost", "dataLoss"],
      ["kafka_topic.broken", "breaks"],
      ["kafka_topic.other", "additive"],
      ["kafka_topic.it", "additive"],
    ]);
    expect(review.verdict).toBe("dataLoss");
    expect(review.counts).toEqual({ ...NO_COUNTS, create: 2, update: 1, delete: 1 });
  });

  test("is not what is only read, and not what stays as it is", () => {
    const read = change({ type: "aws_kms_key", mode: "data", action: "read" });
    const same = change({ type: "kafka_topic", name: "same", action: "no-op", before: TOPIC, after: TOPIC });

    const { review, remarks } = ofPlan({ changes: [read, made, same] });

    expect(review.resources.map(({ address }) => address)).toEqual(["kafka_topic.it"]);
    expect(remarks).toEqual([]);
  });

  test("only moves: nothing happens to it, but it is told", () => {
    const moved = change({
      ...{ type: "kafka_topic", action: "no-op", before: TOPIC, after: TOPIC },
      previousAddress: "kafka_topic.old",
    });

    const { unchanged, review } = ofPlan({ changes: [moved] });

    expect(unchanged).toBe(false);
    expect(review).toMatchObject({ verdict: "none", counts: { ...NO_COUNTS, move: 1 } });
    expect(review.resources).toMatchObject([{ previousAddress: "kafka_topic.old", action: "no-op" }]);
  });

  test("is taken over from outside", () => {
    const imported = change({
      ...{ type: "kafka_topic", action: "no-op", before: TOPIC, after: TOPIC },
      importing: { id: "orders.order-placed.v1" },
    });

    expect(ofPlan({ changes: [imported] }).review).toMatchObject({
      counts: { ...NO_COUNTS, import: 1 },
      resources: [{ importId: "orders.order-placed.v1" }],
    });
  });

  test("was changed by somebody else: it is told apart and weighs nothing", () => {
    const { review } = ofPlan({ changes: [made], drift: [lost] });

    expect(review.verdict).toBe("additive");
    expect(review.drift.map(({ address }) => address)).toEqual(["kafka_topic.lost"]);
    expect(review.counts.drift).toBe(1);
  });

  test("knows its construct, by its old address too, and whether Terraform would refuse it", () => {
    const moved: ResourceChange = {
      ...lost,
      address: "kafka_topic.new",
      previousAddress: "kafka_topic.lost",
    };

    const { review } = ofPlan(
      { changes: [lost, moved, made] },
      {
        constructs: new Map([["kafka_topic.lost", "orders/Products/lost.v1/Topic"]]),
        prevented: new Set(["kafka_topic.lost", "kafka_topic.it"]),
      },
    );

    const found = review.resources.map(({ address, constructPath, refused }) => [
      address,
      constructPath,
      refused,
    ]);
    expect(found).toEqual([
      ["kafka_topic.lost", "orders/Products/lost.v1/Topic", true],
      ["kafka_topic.new", "orders/Products/lost.v1/Topic", false],
      ["kafka_topic.it", undefined, false],
    ]);
  });
});

test("a delete and a create that are one thing are told to be kept by a moved entry", () => {
  const to = change({ type: "kafka_topic", name: "renamed", after: { ...TOPIC, name: "orders.lost.v1" } });

  const { review } = ofPlan({ changes: [lost, to] });

  const [first, second] = review.resources;
  expect(first?.rename).toMatchObject({ from: "kafka_topic.lost", to: "kafka_topic.renamed" });
  expect(first?.rename).toEqual(second?.rename);
  expect(first?.effects.map(({ wayOut }) => wayOut && plain(wayOut))).toContain(
    "declare that `kafka_topic.lost` is now `kafka_topic.renamed`, by the `moved` entry below",
  );
});

test("a stack that the mesh no longer has says that nobody looks after it", () => {
  const { remarks, unchanged } = reviewed({ gone: true });

  expect(unchanged).toBe(false);
  expect(remarks).toEqual([
    "the mesh has no stack `orders` any more: what it made stays as it is, and nobody looks after it, until somebody destroys it as listed here",
  ]);
});

test("who can do what goes with the stack it is in", () => {
  const acl = change({
    type: "kafka_acl",
    after: {
      ...{ acl_principal: "User:traffic.app", acl_host: "*", acl_operation: "Read" },
      ...{ acl_permission_type: "Allow", resource_name: "orders.order-placed.v1", resource_type: "Topic" },
      resource_pattern_type_filter: "Literal",
    },
  });

  const { access } = ofPlan({ changes: [acl] });

  expect(access).toMatchObject([{ direction: "gained", stack: "orders", system: "Kafka" }]);
});
