import fc from "fast-check";
import { reviewOf } from "../../src/review";
import { BY_RISK, plain, type Verdict, type StackInput } from "../../src/review/model";
import { exitCodeOf, renderMarkdown, reviewDocument } from "../../src/review/render";
import { side, TODAY } from "./impact/side";
import { change } from "./support/change";
import { plan, reviewInput, stackInput } from "./support/input";
import { finding } from "./support/review";

const TOPIC = { name: "orders.order-placed.v1", partitions: 6, config: { "retention.ms": "86400000" } };
const made = change({ type: "kafka_topic", after: TOPIC });
const lost = change({ type: "kafka_topic", before: TOPIC });
const broken = change({ type: "kafka_topic", before: TOPIC, after: { ...TOPIC, partitions: 12 } });
const opened = change({
  type: "kafka_acl",
  after: {
    ...{ acl_principal: "User:traffic.app", acl_host: "*", acl_operation: "Read" },
    ...{ acl_permission_type: "Allow", resource_name: "orders.order-placed.v1", resource_type: "Topic" },
    resource_pattern_type_filter: "Literal",
  },
});

const stack = (name: string, over: Partial<StackInput> = {}): StackInput =>
  stackInput({ stack: name, domain: name, ...over });
const changing = (name: string, ...changes: readonly (typeof made)[]): StackInput =>
  stack(name, { plan: plan({ changes }) });

const FAILED = stack("failed", { outcome: "failed", plan: undefined, error: "Invalid provider" });

/** One stack of each verdict, and unchanged ones. */
const OF_EACH = [
  stack("proven", { outcome: "proven", plan: undefined }),
  changing("made", made),
  changing("opened", opened),
  FAILED,
  stack("planned"),
  changing("lost", lost),
  changing("broken", broken),
];

test("stacks come worst first; those without a change by name, and how that is known", () => {
  const review = reviewOf(reviewInput({ stacks: OF_EACH }));

  expect(review.stacks.map(({ stack: name, verdict }) => [name, verdict])).toEqual([
    ["failed", "planFailed"],
    ["lost", "dataLoss"],
    ["broken", "breaks"],
    ["opened", "access"],
    ["made", "additive"],
  ]);
  expect(review.unchanged).toEqual([
    { stack: "planned", proven: false },
    { stack: "proven", proven: true },
  ]);
});

test("stacks of one verdict stay in the order of their deployment", () => {
  const stacks = ["newt", "zebra", "ant"].map((name) => changing(name, made));

  expect(reviewOf(reviewInput({ stacks })).stacks.map(({ stack: name }) => name)).toEqual([
    ...["newt", "zebra", "ant"],
  ]);
});

test.each<[string, readonly StackInput[], Verdict]>([
  ["nothing at all", [], "none"],
  ["stacks that stay", [OF_EACH[0] ?? FAILED, stack("planned")], "none"],
  ["one that is made", [changing("made", made)], "additive"],
  ["one that opens something", [changing("made", made), changing("opened", opened)], "access"],
  ["one that loses something", [changing("made", made), changing("lost", lost)], "dataLoss"],
  ["one that failed", [changing("lost", lost), FAILED], "planFailed"],
])("the verdict on %s is that of the worst", (_what, stacks, verdict) => {
  expect(reviewOf(reviewInput({ stacks })).verdict).toBe(verdict);
});

test.each<[string, string, Verdict]>([
  ["whom an agreement names is let in by what is added", "User:analytics.revenue", "additive"],
  ["whom none names is let in by a change of access", "User:traffic.app", "access"],
  ["anyone is let in by a change of access", "User:*", "access"],
])("what is new opens a topic: %s", (_what, acl_principal, verdict) => {
  const acl = { ...opened, after: { ...(opened.after as object), acl_principal } };
  const stacks = [changing("orders", acl)];

  const review = reviewOf(reviewInput({ stacks, headMesh: side(), baseMesh: side() }));

  expect(review.stacks.map((each) => each.verdict)).toEqual([verdict]);
});

test("a plan that leaves something out is not known to be safe, unless it failed anyhow", () => {
  const stacks = [
    stack("part", { plan: plan({ changes: [made], complete: false }) }),
    stack("failed", { plan: plan({ changes: [made], complete: false, errored: true }) }),
  ];

  const { gaps } = reviewOf(reviewInput({ stacks }));

  expect(gaps.map(plain)).toEqual(["the plan of `part` leaves out what else changes there"]);
});

test("a rule that lets nothing be made is a failed plan, one that a review tells better is none", () => {
  const verdictOn = (code: string, severity: "error" | "warning") =>
    reviewOf(reviewInput({ headMesh: side(), findings: [finding({ code, severity })] })).verdict;

  expect(verdictOn("OwnerMissing", "error")).toBe("planFailed");
  expect(verdictOn("OwnerMissing", "warning")).toBe("none");
  for (const code of ["DomainRemoved", "LockMissing", "RetentionDecrease", "RetentionInvalid"]) {
    expect(verdictOn(code, "error")).toBe("none");
  }
});

test("when a manifest cannot be read, every error is a failed plan", () => {
  const { verdict } = reviewOf(reviewInput({ findings: [finding({ code: "RetentionDecrease" })] }));

  expect(verdict).toBe("planFailed");
});

test("a schema that no port is made of is nobody else's to read, where both sides of the mesh are known", () => {
  const dropped = change({ type: "postgresql_schema", before: { name: "private", database: "mesh" } });
  const stacks = [stack("orders", { plan: plan({ changes: [dropped] }) })];

  expect(reviewOf(reviewInput({ stacks, baseMesh: side(), headMesh: side() })).verdict).toBe("interruption");
  expect(reviewOf(reviewInput({ stacks })).verdict).toBe("breaks");
});

test("access is that of the stacks which change", () => {
  const { access } = reviewOf(reviewInput({ stacks: [changing("made", made), changing("opened", opened)] }));

  expect(access.map(({ stack: name, direction }) => [name, direction])).toEqual([["opened", "gained"]]);
});

test("a loss is accepted by the hash of exactly that loss", () => {
  const stacks = [changing("lost", lost)];
  const [set] = reviewOf(reviewInput({ stacks })).lossSets;

  expect(set).toMatchObject({ hash: expect.stringMatching(/^loss:[0-9a-f]{16}$/) as string });
  expect(set?.acknowledged).toBeUndefined();
  const accepted = [set?.hash ?? ""];
  expect(reviewOf(reviewInput({ stacks, accepted })).lossSets[0]?.acknowledged).toEqual({ by: "label" });
});

test("a share that ends while its reader still asks is accepted by the hash of exactly that, in the manifest", () => {
  const revoked = { product: { shares: [] } };
  const stacks = [stack("proven", { outcome: "proven", plan: undefined })];
  const of = (over: Parameters<typeof side>[0]) =>
    reviewOf(reviewInput({ stacks, baseMesh: side(), headMesh: side(over), today: TODAY }));

  const open = of(revoked);
  const [set] = open.breakSets;
  expect(exitCodeOf(open)).toBe(4);
  expect(open.acknowledgements[0]?.yaml).toContain(set?.entry);

  const entry = { plan: set?.hash ?? "", reason: "agreed", until: TODAY };
  const accepted = of({ ...revoked, orders: { acknowledgements: [entry] } });
  expect(exitCodeOf(accepted)).toBe(2);
  expect(accepted.breakSets[0]?.acknowledged).toEqual({ by: "manifest", reason: "agreed" });
  expect(accepted.acknowledgements).toEqual([]);
});

test("a hash that nothing has is told, and the others are not", () => {
  const stacks = [changing("lost", lost)];
  const hash = reviewOf(reviewInput({ stacks })).lossSets[0]?.hash ?? "";
  const accepted = ["loss:ffffffffffffffff", hash, "breaks:0000000000000000", "loss:ffffffffffffffff"];

  expect(reviewOf(reviewInput({ stacks, accepted })).unmatched).toEqual([
    ...["breaks:0000000000000000", "loss:ffffffffffffffff"],
  ]);
});

test("what was said of the review is in it, what was not is not", () => {
  expect(Object.keys(reviewOf(reviewInput()))).not.toEqual(expect.arrayContaining(["head"]));
  const said = { head: "1", base: "2", command: "meshwright review", environment: "prod", id: "shop/prod" };

  expect(reviewOf(reviewInput(said))).toMatchObject(said);
});

test("without both sides of a mesh there are no contracts to compare", () => {
  expect(reviewOf(reviewInput({ stacks: OF_EACH }))).toMatchObject({
    products: [],
    approvals: expect.any(Array) as [],
  });
});

test("the same stacks in any order give the same bytes, where only the verdicts say which comes first", () => {
  const text = (stacks: readonly StackInput[]): string => {
    const review = reviewOf(reviewInput({ stacks }));
    // Of what comes from several stacks, these alone follow the order of their deployment.
    return (
      renderMarkdown({ ...review, access: [], lossSets: [] }) + JSON.stringify(reviewDocument(review).stacks)
    );
  };
  const expected = text(OF_EACH);

  fc.assert(
    fc.property(fc.shuffledSubarray(OF_EACH, { minLength: OF_EACH.length }), (stacks) => {
      expect(text(stacks)).toBe(expected);
    }),
    { numRuns: 30 },
  );
});

test("verdicts are ordered as a reviewer fears them", () => {
  expect(BY_RISK).toEqual([
    ...["planFailed", "dataLoss", "breaks", "access", "interruption", "cost", "additive", "none"],
  ]);
});
