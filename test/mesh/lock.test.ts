import { lockOf, type Domain } from "../../src/mesh";
import type { DomainManifest, LockedProduct, ProductManifest } from "../../src/manifest";
import { domain, meshOf, product } from "../support/manifests";

const TODAY = "2027-01-01";
const DAY = 86_400;

type Acknowledgement = NonNullable<DomainManifest["acknowledgements"]>[number];

const RELEASED: LockedProduct = {
  lifecycle: "active",
  topic: { partitions: 6, cleanup: "delete", deadLetter: true, retries: 0, retentionSeconds: 14 * DAY },
  bucket: {},
};
const PORTS: ProductManifest["ports"] = {
  topic: { partitions: 6, retention: "14d", deadLetter: true },
  bucket: { format: "csv" },
};

function orders(
  now: Partial<ProductManifest> | undefined,
  lock?: LockedProduct,
  acknowledgement?: Partial<Acknowledgement>,
): Domain {
  const complete = {
    product: "order-placed.v1",
    reason: "moved to v2",
    until: "2027-01-31",
    ...acknowledgement,
  };
  const mesh = meshOf({
    domains: [
      domain("orders", {
        acknowledgements: acknowledgement === undefined ? [] : [{ change: "PartitionDecrease", ...complete }],
      }),
    ],
    products: now === undefined ? [] : [product("orders", "order-placed", { ports: PORTS, ...now })],
    locks: lock === undefined ? {} : { orders: { "order-placed.v1": lock } },
  });
  const found = mesh.domains.get("orders");
  if (found === undefined) throw new Error("no such domain");
  return found;
}

const locked = (found: Domain, today = TODAY): LockedProduct | undefined =>
  lockOf(found, today).products["order-placed.v1"];

describe("a domain's lock", () => {
  it("holds what would be lost with each product", () => {
    expect(lockOf(orders({}), TODAY)).toEqual({
      apiVersion: "meshwright/v1",
      kind: "DomainLock",
      format: "meshwright.lock/1",
      products: { "order-placed.v1": RELEASED },
    });
  });

  it("follows what grows", () => {
    const more = { topic: { partitions: 12, retention: "30d", deadLetter: true }, bucket: PORTS.bucket };

    expect(locked(orders({ ports: more }, RELEASED))?.topic).toMatchObject({
      partitions: 12,
      retentionSeconds: 30 * DAY,
    });
  });

  it("follows a loss that is acknowledged, up to the acknowledgement's last day", () => {
    const fewer = orders({ ports: { ...PORTS, topic: { ...PORTS.topic, partitions: 3 } } }, RELEASED, {});

    expect(locked(fewer, "2027-01-31")?.topic?.partitions).toBe(3);
    expect(locked(fewer, "2027-02-01")?.topic?.partitions).toBe(6);
  });

  it("remembers every loss that nobody acknowledged", () => {
    const poorer = { topic: { partitions: 3, retention: "1d", deadLetter: false } };

    expect(locked(orders({ ports: poorer }, RELEASED))).toEqual(RELEASED);
  });

  it("remembers that nothing ever expired", () => {
    const expiring = { ...PORTS, bucket: { format: "csv" as const, retention: "10d" } };

    expect(locked(orders({ ports: expiring }, RELEASED))?.bucket?.retentionSeconds).toBeUndefined();
  });

  it("keeps a retired product, and one that is gone unacknowledged", () => {
    expect(locked(orders({ lifecycle: "retired" }, RELEASED))?.lifecycle).toBe("retired");
    expect(locked(orders(undefined, RELEASED))).toEqual(RELEASED);
  });

  it("forgets a product that was released as retired and removed with an acknowledgement, and no other", () => {
    const removed = { change: "ProductRemoved" as const };

    expect(locked(orders(undefined, { ...RELEASED, lifecycle: "retired" }, removed))).toBeUndefined();
    expect(locked(orders(undefined, RELEASED, removed))).toEqual(RELEASED);
  });

  it("holds how much of a partition is kept, where there is a limit", () => {
    const limited = (bytes: string) =>
      orders({ ports: { topic: { ...PORTS.topic, config: { "retention.bytes": bytes } } } });

    expect(locked(limited("1000"))?.topic?.retentionBytes).toBe(1000);
    expect(locked(limited("-1"))?.topic).not.toHaveProperty("retentionBytes");
  });

  it.each(["delete", "compact"] as const)(
    "remembers with the cleanup %s how long records were kept",
    (was) => {
      const becomes = was === "delete" ? "compact" : "delete";
      const before = locked(orders({ ports: { topic: { cleanup: was, retention: "14d" } } }));

      const after = orders({ ports: { topic: { cleanup: becomes, retention: "14d" } } }, before);

      expect(JSON.parse(JSON.stringify(locked(after)))).toEqual(before);
    },
  );

  it("written twice is the same", () => {
    expect(locked(orders({}, locked(orders({}))))).toEqual(locked(orders({})));
  });
});
