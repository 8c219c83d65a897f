import type { DomainLock } from "../../../src/manifest";
import { plain, type MeshSide } from "../../../src/review/model";
import { guardChanges } from "../../../src/review/guards";
import { reviewOf } from "../../../src/review";
import { answer, exitCodeOf } from "../../../src/review/render";
import { environment } from "../../support/manifests";
import { side, TODAY, type Over } from "../impact/side";
import { reviewInput } from "../support/input";

const TOPIC = {
  partitions: 12,
  cleanup: "delete",
  retentionSeconds: 1_209_600,
  deadLetter: true,
  retries: 2,
};
const LOCKED = { lifecycle: "active", topic: TOPIC, schema: true } as DomainLock["products"][string];
const locks = (entry: object = {}): Pick<Over, "locks"> => ({
  locks: { orders: { "order-placed.v1": { ...LOCKED, ...entry } } },
});
const environments = (...all: Parameters<typeof environment>[0][]): Over => ({
  mesh: { environments: all.map((each) => environment(each)) },
});
const PROD = { name: "prod" };
const STAGE = { name: "stage" };
const DEV = { name: "dev", protected: false };
const limits = (retention: string, sharePeriod = "365d"): Over => ({
  mesh: { limits: { retention, sharePeriod } },
});
const policy = (over: NonNullable<NonNullable<Over["mesh"]>["policy"]>): Over => ({ mesh: { policy: over } });
const weight = (counts: "none" | "major") =>
  policy({ contractChanges: [{ change: "fieldRemoved", counts, reason: "agreed", until: "2027-06-30" }] });
const accountable = (...teams: string[]): Over => ({ orders: { raci: { accountable: teams } } });
const owner = (team: string) => ({ orders: { owner: { team, email: "o@example.com" } } });

test.each<[string, Over, Over, string, string]>([
  [
    "an environment that is not protected any more, which is not the one under review",
    environments(PROD, STAGE),
    environments(PROD, { ...STAGE, protected: false }),
    "mesh.yaml environments.1.protected [platform]",
    "environment `stage` is no longer protected: what holds data there can be destroyed",
  ],
  [
    "allowDestroy",
    environments(PROD, DEV),
    environments({ ...PROD, allowDestroy: true }, { ...DEV, allowDestroy: true }),
    "mesh.yaml environments.0.allowDestroy [platform]",
    "environment `prod` now has `allowDestroy`: the data of retired products can be destroyed there",
  ],
  [
    "an environment that is gone",
    environments(PROD, STAGE),
    environments(PROD),
    "mesh.yaml environments [platform]",
    "environment `stage` is removed from `mesh.yaml`: no rule and no review looks after what runs there",
  ],
  [
    "a lock that is gone",
    locks(),
    {},
    "locks/orders.json  [platform]",
    "the lock of `orders` is gone: its released product can be lost without notice",
  ],
  [
    "a product that the lock forgets",
    locks(),
    { locks: { orders: {} } },
    "locks/orders.json  [platform]",
    "the lock of `orders` forgets `order-placed.v1`, which was released as `active`: its loss is noticed by nobody",
  ],
  [
    "a product that is retired, and that the lock forgets",
    locks({ lifecycle: "retired" }),
    { locks: { orders: {} }, without: "product" },
    "locks/orders.json  [platform]",
    "the lock of `orders` forgets `order-placed.v1`, which was released as `retired`: its loss is noticed by nobody",
  ],
  [
    "ports, partitions and retention that the lock forgets",
    locks(),
    locks({ schema: false, topic: { ...TOPIC, partitions: 6, retentionSeconds: 86_400, deadLetter: false } }),
    "locks/orders.json  [platform]",
    "the lock of `orders` remembers less of `order-placed.v1`: the partitions of its topic (`12` → `6`), its dead letters, the retention of its topic (`14d` → `1d`), its schema",
  ],
  [
    "a lifecycle in the lock that lets a product go, and that the product does not have",
    locks(),
    locks({ lifecycle: "draft" }),
    "locks/orders.json  [platform]",
    "the lock of `orders` remembers less of `order-placed.v1`: its lifecycle (`active` → `draft`), without which it must not go",
  ],
  [
    "another owner",
    {},
    owner("growth"),
    "domains/orders/domain.yaml owner.team [growth, order-management]",
    "domain `orders` goes from team `order-management` to `growth`: both have to agree",
  ],
  [
    "others who are accountable",
    accountable("finance"),
    accountable("bi"),
    "domains/orders/domain.yaml raci.accountable [finance, order-management]",
    "accountable for `orders` is `bi` instead of `finance`: `order-management` has to agree",
  ],
  [
    "another team of the platform",
    { mesh: { teams: ["platform", "growth"] } },
    { mesh: { teams: ["growth", "platform"] } },
    "mesh.yaml teams.0 [growth, platform]",
    "the platform goes from team `platform` to `growth`, which is now the first of `teams`: both have to agree",
  ],
  [
    "a higher limit",
    limits("30d"),
    limits("60d", "30d"),
    "mesh.yaml limits.retention [platform]",
    "`limits.retention` is raised from `30d` to `60d`",
  ],
  [
    "a contract change that counts less",
    {},
    weight("none"),
    "mesh.yaml policy.contractChanges.0 [platform]",
    "contracts: `fieldRemoved` counts as `none` until `2027-06-30`, by a new entry of `policy.contractChanges`",
  ],
  [
    "no residency",
    policy({ residency: { restricted: ["eu-central-1"] } }),
    policy({ residency: {} }),
    "mesh.yaml policy [platform]",
    "`restricted` data may be read from any region: its entry in `policy.residency` is gone",
  ],
  [
    "more regions",
    policy({ residency: { restricted: ["eu-central-1"] } }),
    policy({ residency: { restricted: ["eu-central-1", "us-east-1"] } }),
    "mesh.yaml policy.residency.restricted [platform]",
    "`restricted` data may be in `us-east-1` as well, by `policy.residency`",
  ],
  [
    "what is personal",
    policy({ personal: ["restricted", "secret"] }),
    policy({ personal: ["restricted"] }),
    "mesh.yaml policy [platform]",
    "`secret` data no longer counts as personal: it is gone from `policy.personal`",
  ],
])("tells of %s", (_, before, after, where, sentence) => {
  const found = guardChanges(side(before), side(after)).map((guard) => [
    `${guard.file} ${guard.path.join(".")} [${guard.teams.join(", ")}]`,
    plain(guard.sentence),
  ]);
  expect(found).toEqual([[where, sentence]]);
});

test.each<[string, Over, Over]>([
  ["the same", { ...locks(), ...environments(PROD, DEV) }, { ...locks(), ...environments(PROD, DEV) }],
  ["more protection", environments({ ...DEV, allowDestroy: true }), environments({ name: "dev" })],
  ["a first lock", {}, locks()],
  [
    "a lock that remembers more",
    locks({ schema: false }),
    locks({ topic: { ...TOPIC, partitions: 24, retentionSeconds: undefined } }),
  ],
  [
    "a lock of a product that is retired",
    locks(),
    { ...locks({ lifecycle: "retired" }), product: { lifecycle: "retired" } },
  ],
  ["stricter limits", limits("60d"), limits("30d")],
  ["a contract change that counts more", {}, weight("major")],
  ["a contract weight that is gone", weight("none"), {}],
  ["the accountable in another order", accountable("bi", "finance"), accountable("finance", "bi")],
  ["more that is personal", policy({ personal: ["a"] }), policy({ personal: ["a", "b"] })],
])("says nothing of %s", (_, before, after) => {
  expect(guardChanges(side(before), side(after))).toEqual([]);
});

test("a lock outlives its domain", () => {
  const { index, ...rest } = side(locks());
  const domains = new Map([...index.mesh.domains].filter(([name]) => name !== "orders"));
  const products = index.mesh.domains.get("orders")?.lock ?? new Map<string, typeof LOCKED>();
  const locksOfGoneDomains = [{ domain: "orders", file: "locks/orders.json", products }];
  const head: MeshSide = {
    ...rest,
    index: { ...index, mesh: { ...index.mesh, domains, locksOfGoneDomains } },
  };

  expect(guardChanges(side(locks()), head)).toEqual([]);
  expect(guardChanges(head, side())).toHaveLength(1);
});

test("a change of guards alone is no change of nothing: both teams approve it, and it exits with 2", () => {
  const review = reviewOf(
    reviewInput({ today: TODAY, baseMesh: side(), headMesh: side(owner("growth")), stacks: [] }),
  );

  expect(review.verdict).toBe("cost");
  expect(plain(answer(review))).toBe(
    "Safe to merge once approved: 1 guard removed; 2 teams have to approve (`growth` and `order-management`)",
  );
  expect(review.approvals.map(({ team, reasons }) => [team, ...reasons.map(plain)])).toEqual([
    ["growth", "guard: owner of `orders`"],
    ["order-management", "guard: owner of `orders`"],
  ]);
  expect(exitCodeOf(review)).toBe(2);
});
