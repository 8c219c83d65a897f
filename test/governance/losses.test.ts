import type { DomainManifest, LockedProduct, ProductManifest } from "../../src/manifest";
import { domain, environment, product, type MeshParts } from "../support/manifests";
import { found, lines } from "./check";

const DOMAIN = "domains/orders/domain.yaml";
const PRODUCT = "domains/orders/products/order-placed/product.yaml";
const DAY = 86_400;

type Acknowledgements = NonNullable<DomainManifest["acknowledgements"]>;
type Change = Extract<Acknowledgements[number], { readonly change: unknown }>["change"];

const RELEASED_TOPIC: NonNullable<LockedProduct["topic"]> = {
  ...{ partitions: 6, cleanup: "delete", retentionSeconds: 14 * DAY },
  ...{ deadLetter: true, retries: 2 },
};

/** What was released: every port there is. */
const RELEASED: LockedProduct = {
  lifecycle: "active",
  topic: RELEASED_TOPIC,
  bucket: { retentionSeconds: 400 * DAY },
  schema: true,
};

/** The same, by the manifest. */
const PORTS: ProductManifest["ports"] = {
  topic: { partitions: 6, retention: "14d", deadLetter: true, retries: 2 },
  bucket: { format: "parquet", retention: "400d" },
  schema: { tables: ["orders"] },
};

const acknowledged = (change: Change, until = "2027-01-31"): Acknowledgements => [
  { change, product: "order-placed.v1", reason: "moved to v2", until },
];

interface Case {
  readonly ports?: ProductManifest["ports"];
  readonly lifecycle?: ProductManifest["lifecycle"];
  readonly acknowledgements?: Acknowledgements;
  readonly before?: LockedProduct;
  readonly gone?: boolean;
}

function released({
  ports = PORTS,
  lifecycle,
  acknowledgements = [],
  before = RELEASED,
  gone,
}: Case): MeshParts {
  return {
    domains: [domain("orders", { acknowledgements })],
    products:
      gone === true ? [] : [product("orders", "order-placed", { ports, lifecycle: lifecycle ?? "active" })],
    locks: { orders: { "order-placed.v1": before } },
  };
}

const without = (port: keyof ProductManifest["ports"]): ProductManifest["ports"] => ({
  ...PORTS,
  [port]: undefined,
});
const withTopic = (topic: ProductManifest["ports"]["topic"]) => ({
  ...PORTS,
  topic: { ...PORTS.topic, ...topic },
});
const withBucket = (retention: string | undefined) => ({
  ...PORTS,
  bucket: { format: "parquet" as const, retention },
});

const LOSSES: readonly (readonly [Change, string, ProductManifest["ports"], string[]])[] = [
  [
    "PartitionDecrease",
    "its topic's partitions go from 6 to 3: the topic is deleted, with all records",
    withTopic({ partitions: 3 }),
    ["ports", "topic", "partitions"],
  ],
  ["PortRemoved", "its topic goes, with all records", without("topic"), ["ports"]],
  ["PortRemoved", "its dead letters go", withTopic({ deadLetter: false }), ["ports", "topic", "deadLetter"]],
  [
    "PortRemoved",
    "its retry topics go from 2 to 1",
    withTopic({ retries: 1 }),
    ["ports", "topic", "retries"],
  ],
  [
    "PortRemoved",
    "its bucket prefix goes: nobody reads or expires its objects",
    without("bucket"),
    ["ports"],
  ],
  ["PortRemoved", "its schema goes, with its tables", without("schema"), ["ports"]],
  [
    "RetentionDecrease",
    "its topic's records are kept for 2d instead of 14d",
    withTopic({ retention: "2d" }),
    ["ports", "topic", "retention"],
  ],
  [
    "RetentionDecrease",
    "its objects are kept for 1d instead of 400d",
    withBucket("1d"),
    ["ports", "bucket", "retention"],
  ],
  [
    "RetentionDecrease",
    "1000000 bytes of a partition of its topic are kept instead of all",
    withTopic({ config: { "retention.bytes": "1000000" } }),
    ["ports", "topic", "config", "retention.bytes"],
  ],
  [
    "CleanupChanged",
    "its topic's cleanup goes from delete to compact: other records are kept than before",
    withTopic({ cleanup: "compact" }),
    ["ports", "topic", "cleanup"],
  ],
];

describe.each(LOSSES)("%s: %s", (change, what, ports, path) => {
  it.each(["active", "retired"] as const)("is refused, also of a product that is now %s", (lifecycle) => {
    expect(found(change, released({ ports, lifecycle }))).toMatchObject([
      {
        severity: "error",
        message: `product 'order-placed.v1' of 'orders' was released, and ${what}`,
        value: "order-placed.v1",
        rule: "locks/orders.json lists what was released",
        at: { file: PRODUCT, path },
      },
    ]);
  });

  it("is accepted until the last day of its acknowledgement", () => {
    expect(found(change, released({ ports, acknowledgements: acknowledged(change, "2027-01-01") }))).toEqual(
      [],
    );
    expect(
      found(change, released({ ports, acknowledgements: acknowledged(change, "2026-12-31") })),
    ).toHaveLength(1);
  });

  it("is not accepted by an acknowledgement of something else", () => {
    expect(found(change, released({ ports, acknowledgements: acknowledged("ProductRemoved") }))).toHaveLength(
      1,
    );
  });
});

describe("what loses nothing", () => {
  it.each([
    ["the same", {}],
    [
      "more partitions, retries and time",
      {
        ports: {
          ...withTopic({ partitions: 12, retries: 3, retention: "30d" }),
          ...{ bucket: PORTS.bucket },
        },
      },
    ],
    ["a bucket that keeps for ever", { ports: withBucket(undefined) }],
    ["a product that retires with its ports", { lifecycle: "retired" as const }],
  ])("%s", (_what, parts: Case) => {
    const changes = [
      "PartitionDecrease",
      "PortRemoved",
      "RetentionDecrease",
      "CleanupChanged",
      "ProductRemoved",
    ];

    expect(changes.flatMap((change) => found(change, released(parts)))).toEqual([]);
  });
});

describe("RetentionDecrease", () => {
  it("is a first expiry too", () => {
    const before: LockedProduct = { ...RELEASED, bucket: {} };

    expect(found("RetentionDecrease", released({ before })).map(({ message }) => message)).toEqual([
      "product 'order-placed.v1' of 'orders' was released, and its objects are kept for 400d instead of ever",
    ]);
  });
});

describe("RetentionDecrease beside CleanupChanged", () => {
  const both = withTopic({ cleanup: "compact,delete", retention: "2d" });

  it("is a loss of its own: an acknowledgement of the cleanup does not cover a shorter retention", () => {
    const parts = released({ ports: both, acknowledgements: acknowledged("CleanupChanged") });

    expect(found("CleanupChanged", parts)).toEqual([]);
    expect(found("RetentionDecrease", parts)).toMatchObject([
      {
        message:
          "product 'order-placed.v1' of 'orders' was released, and its topic's records are kept for 2d instead of 14d",
        at: { file: PRODUCT, path: ["ports", "topic", "retention"] },
      },
    ]);
  });

  it("is none of a topic that begins to delete: that is what the change of its cleanup says", () => {
    const before: LockedProduct = {
      ...RELEASED,
      topic: { partitions: 6, cleanup: "compact", deadLetter: true, retries: 2 },
    };

    expect(found("RetentionDecrease", released({ before }))).toEqual([]);
    expect(found("CleanupChanged", released({ before }))).toHaveLength(1);
  });
});

describe("RetentionDecrease of bytes", () => {
  const before = (retentionBytes: number): LockedProduct => ({
    ...RELEASED,
    topic: { ...RELEASED_TOPIC, retentionBytes },
  });
  const withBytes = (bytes: string) => withTopic({ config: { "retention.bytes": bytes } });

  it("is a smaller number", () => {
    const parts = released({ before: before(2000), ports: withBytes("1000") });

    expect(found("RetentionDecrease", parts).map(({ message }) => message)).toEqual([
      "product 'order-placed.v1' of 'orders' was released, and 1000 bytes of a partition of its topic are kept instead of 2000",
    ]);
  });

  it.each([
    ["the same", withBytes("2000")],
    ["a larger number", withBytes("3000")],
    ["no limit, as Kafka writes it", withBytes("-1")],
    ["no limit, by saying nothing", PORTS],
    ["a topic that is only compacted", withTopic({ cleanup: "compact", config: { "retention.bytes": "1" } })],
  ])("is not %s", (_, ports) => {
    expect(found("RetentionDecrease", released({ before: before(2000), ports }))).toEqual([]);
  });
});

describe("ProductRemoved", () => {
  const acknowledgements = acknowledged("ProductRemoved");

  it("asks for two releases: retired first, removed later", () => {
    expect(found("ProductRemoved", released({ gone: true }))).toEqual([
      {
        code: "ProductRemoved",
        severity: "error",
        message: "product 'order-placed.v1' of 'orders' was released, and it is gone, with all of its data",
        value: "order-placed.v1",
        rule: "locks/orders.json lists what was released",
        fix: `bring it back with lifecycle: retired, release that (meshwright lock), then remove it, and under acknowledgements in ${DOMAIN} add: - { change: ProductRemoved, product: order-placed.v1, reason: "…", until: 2027-01-31 }`,
        at: { file: DOMAIN, path: ["name"] },
      },
    ]);
  });

  it("does not take an acknowledgement alone, of what was active at the last release", () => {
    expect(found("ProductRemoved", released({ gone: true, acknowledgements }))).toHaveLength(1);
  });

  it.each(["retired", "draft"] as const)(
    "takes an acknowledgement of what was %s at the last release",
    (lifecycle) => {
      const before: LockedProduct = { ...RELEASED, lifecycle };

      expect(found("ProductRemoved", released({ gone: true, before }))).toHaveLength(1);
      expect(found("ProductRemoved", released({ gone: true, before, acknowledgements }))).toEqual([]);
    },
  );

  it("guesses that it was renamed", () => {
    const parts = released({ gone: true });
    const [problem] = found("ProductRemoved", {
      ...parts,
      products: [product("orders", "orders-placed", { ports: PORTS })],
    });

    expect(problem?.fix).toContain(
      "('orders-placed.v1' is new: a renamed product starts without the old one's data)",
    );
  });
});

describe("DomainRemoved", () => {
  it("is said of a lock whose domain is gone", () => {
    expect(
      found("DomainRemoved", { domains: [], locks: { orders: { "order-placed.v1": RELEASED } } }),
    ).toEqual([
      {
        code: "DomainRemoved",
        severity: "error",
        message: "domain 'orders' was released with 1 product and is gone",
        value: "orders",
        rule: "a lock outlives its domain until the platform team removes it",
        fix: "bring back domains/orders, or destroy its stacks and then remove locks/orders.json",
        at: { file: "locks/orders.json", path: [] },
      },
    ]);
  });
});

describe("LockMissing", () => {
  const unlocked = (isProtected: boolean): MeshParts => ({
    mesh: { environments: [environment({ protected: isProtected })] },
    domains: [domain("orders", {})],
    products: [product("orders", "order-placed", { ports: PORTS })],
  });

  it("warns where an environment is protected", () => {
    expect(found("LockMissing", unlocked(true))).toMatchObject([
      { severity: "warning", value: "orders", fix: "run meshwright lock, and commit what it writes" },
    ]);
  });

  it("warns of retired products too, whose data is kept", () => {
    const retired = product("orders", "order-placed", { ports: PORTS, lifecycle: "retired" });

    expect(found("LockMissing", { ...unlocked(true), products: [retired] })).toHaveLength(1);
  });

  it("says nothing of a domain without products", () => {
    expect(found("LockMissing", { ...unlocked(true), products: [] })).toEqual([]);
  });

  it("says nothing where everything is open, or there is a lock", () => {
    expect(found("LockMissing", unlocked(false))).toEqual([]);
    expect(found("LockMissing", { ...unlocked(true), locks: { orders: {} } })).toEqual([]);
  });
});

describe("AcknowledgementUnused", () => {
  const fewer = withTopic({ partitions: 3 });

  it.each([
    ["ended", { ports: fewer, acknowledgements: acknowledged("PartitionDecrease", "2026-12-31") }, "until"],
    ["lets nothing pass", { acknowledgements: acknowledged("PartitionDecrease") }, "product"],
    ["lets nothing pass", { acknowledgements: acknowledged("ProductRemoved") }, "product"],
  ])("finds one that %s", (words, parts: Case, field) => {
    const [problem, ...others] = found("AcknowledgementUnused", released(parts));

    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: "warning",
      message: expect.stringContaining(words) as string,
      fix: "remove it",
      at: { file: DOMAIN, path: ["acknowledgements", 0, field] },
    });
  });

  it("leaves one alone that is needed", () => {
    const acknowledgements = acknowledged("PartitionDecrease");

    expect(found("AcknowledgementUnused", released({ ports: fewer, acknowledgements }))).toEqual([]);
  });

  it("cannot know whether one of a plan is needed, and finds its end", () => {
    const accepting = (until: string) => [{ plan: "loss:0123456789abcdef", reason: "moved to v2", until }];
    const parts = (until: string): MeshParts => ({
      ...released({ acknowledgements: accepting(until) }),
      mesh: { acknowledgements: accepting(until) },
    });

    expect(found("AcknowledgementUnused", parts("2027-01-01"))).toEqual([]);
    expect(lines(found("AcknowledgementUnused", parts("2026-12-31")))).toEqual([
      `${DOMAIN} acknowledgements.0.until: the acknowledgement of plan 'loss:0123456789abcdef' ended on 2026-12-31`,
      "mesh.yaml acknowledgements.0.until: the acknowledgement of plan 'loss:0123456789abcdef' ended on 2026-12-31",
    ]);
  });

  it("keeps the places of both forms in the one list", () => {
    const plan = { plan: "loss:0123456789abcdef", reason: "moved to v2", until: "2027-01-31" };
    const acknowledgements = [plan, ...acknowledged("PartitionDecrease")];

    const [problem] = found("AcknowledgementUnused", released({ acknowledgements }));

    expect(problem?.at.path).toEqual(["acknowledgements", 1, "product"]);
  });
});
