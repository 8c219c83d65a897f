import type { LockedProduct } from "../../../src/manifest";
import { acknowledgementBlocks, type EntryFacts, type Risks } from "../../../src/review/approvals";
import { plain, say } from "../../../src/review/model";
import { side, type Over } from "../impact/side";
import { breakSet, deleted, lossSet, stackReview } from "../support/review";

const RELEASED: LockedProduct = {
  lifecycle: "active",
  topic: { partitions: 12, cleanup: "delete", retentionSeconds: 604_800, deadLetter: false, retries: 0 },
};

/** The lock of orders says that the topic had more partitions. */
const LOCKED: Over = { locks: { orders: { "order-placed.v1": RELEASED } } };

interface Parts extends Partial<Risks> {
  readonly over?: Over;
  readonly facts?: EntryFacts;
}

const blocks = ({ losses = [], breaks = [], over = {}, facts = {} }: Parts) =>
  acknowledgementBlocks({ losses, breaks }, { head: side(over), ...facts });

const notes = (parts: Parts) => blocks(parts).flatMap((block) => block.notes.map(plain));

test("everything that one manifest has to accept is one block to copy", () => {
  const found = blocks({
    losses: [lossSet(), lossSet({ stack: "orders-boundary", hash: "loss:1111111111111111" })],
    breaks: [breakSet()],
    over: LOCKED,
  });

  expect(found).toMatchObject([
    { file: "domains/orders/domain.yaml", teams: ["order-management"], hasOthers: false, notes: [] },
  ]);
  expect(found[0]?.yaml.split("\n")).toEqual([
    "acknowledgements:",
    "  # stack orders in prod: 1 data loss",
    '  - { plan: "loss:0123456789abcdef", reason: "…", until: 2027-01-31 }',
    "  # stack orders-boundary in prod: 1 data loss",
    '  - { plan: "loss:1111111111111111", reason: "…", until: 2027-01-31 }',
    "  # domain orders in prod: breaks analytics",
    '  - { plan: "breaks:0123456789abcdef", reason: "…", until: 2027-01-31 }',
    "  # released product order-placed.v1: its topic's partitions go from 12 to 6: the topic is deleted, with all records",
    '  - { change: PartitionDecrease, product: order-placed.v1, reason: "…", until: 2027-01-31 }',
  ]);
});

test("where there are acknowledgements the key is left out: a manifest has it once", () => {
  const acknowledgements = [{ plan: "loss:2222222222222222", reason: "old", until: "2027-01-01" }];
  const [block] = blocks({ losses: [lossSet()], over: { orders: { acknowledgements } } });

  expect(block).toMatchObject({ hasOthers: true });
  expect(block?.yaml).toMatch(/^ {2}# stack orders/);
});

test("what a manifest accepts is not asked for, what a label accepts is, where a deployment asks for it", () => {
  const label = { acknowledged: { by: "label" } } as const;
  const manifest = { acknowledged: { by: "manifest" } } as const;

  expect(blocks({ losses: [lossSet(manifest)], breaks: [breakSet(manifest)] })).toEqual([]);
  expect(blocks({ breaks: [breakSet(label)] })).toEqual([]);
  expect(blocks({ losses: [lossSet(label)] })).toMatchObject([{ entries: [{ byLabel: true }] }]);
});

test("an entry that came with the change and accepts none of it is told, one that was there before is not", () => {
  const entry = (plan: string) => ({ plan, reason: "r", until: "2027-01-01" });
  const [before, after] = [["loss:1111111111111111"], ["loss:1111111111111111", "loss:2222222222222222"]];
  const over: Over = { orders: { acknowledgements: after.map(entry) } };
  const facts = { base: side({ orders: { acknowledgements: before.map(entry) } }) };

  expect(notes({ losses: [lossSet()], over, facts })).toEqual([
    "the entry of `loss:2222222222222222` in `domains/orders/domain.yaml` accepts none of this: it is of another change, or of another environment",
  ]);
  expect(notes({ losses: [lossSet({ acknowledged: { by: "manifest" } })], over, facts })).toEqual([]);
  expect(notes({ losses: [lossSet({ hash: "loss:2222222222222222" })], over, facts })).toEqual([]);
});

test("what was lost before the change already is another's", () => {
  expect(blocks({ over: LOCKED, facts: { base: side(LOCKED) } })).toEqual([]);
  const entry = { product: "order-placed.v1", reason: "r", until: "2027-01-01" };
  const accepted = side({
    ...LOCKED,
    orders: { acknowledgements: [{ ...entry, change: "PartitionDecrease" }] },
  });
  expect(blocks({ over: LOCKED, facts: { base: accepted } })).toHaveLength(1);
});

test("a released product that goes has to be retired first: no entry is printed that would not count", () => {
  const gone: Over = { ...LOCKED, without: "product" };

  expect(blocks({ over: gone, losses: [lossSet()] })).toMatchObject([{ entries: [], yaml: "" }]);
  expect(notes({ over: gone })).toEqual([
    "`order-placed.v1` has to be retired, and locked as retired, before it is removed: until then no entry lets this change pass",
  ]);
  const retired: Over = { ...gone, locks: { orders: { "order-placed.v1": { lifecycle: "retired" } } } };
  expect(blocks({ over: retired })[0]?.yaml).toContain("change: ProductRemoved, product: order-placed.v1");
});

test("what Terraform refuses all the same is told beside the entry", () => {
  const stacks = [stackReview({ resources: [deleted({ refused: true }), deleted({ address: "b" })] })];

  expect(notes({ losses: [lossSet()], facts: { stacks } })).toEqual([
    "Terraform still refuses 1 change of stack `orders`, as said above: no entry lifts `prevent_destroy`",
  ]);
});

test("a domain that is gone is accepted in mesh.yaml by its owner, after its stacks", () => {
  const over: Over = { locks: { sales: { "deal.v1": RELEASED } } };

  expect(blocks({ losses: [lossSet({ domain: "sales" })], over })).toMatchObject([
    { file: "mesh.yaml", teams: ["platform"] },
  ]);
  expect(notes({ over })).toEqual([
    "domain `sales` was released: destroy its stacks first, and then remove `locks/sales.json` in the same change as the domain",
  ]);
});

test("what is not known in whole cannot be accepted yet", () => {
  const found = blocks({
    ...{ losses: [lossSet()], breaks: [breakSet()] },
    facts: { isPlanned: (domain) => domain !== "orders" },
  });

  expect(found).toMatchObject([{ entries: [], yaml: "" }]);
  expect(found[0]?.notes.map(plain)).toEqual([
    "what `orders` loses or breaks can be accepted when all of its stacks are planned",
  ]);
});

test("nothing in a name ends a comment", () => {
  const about = say`stack ${"a\n- { plan: evil }\u2028`"}`;

  expect(blocks({ losses: [lossSet({ about })] })[0]?.yaml.split(/\r?\n/)[1]).toBe(
    "  # stack a - { plan: evil } ",
  );
});

test("without a mesh there is no manifest to add to", () => {
  expect(acknowledgementBlocks({ losses: [lossSet()], breaks: [breakSet()] }, {})).toEqual([]);
});
