import { lockOf, type Domain } from "../../src/mesh";
import type { DomainManifest } from "../../src/manifest";
import { domain, meshOf, product } from "../support/manifests";

const TODAY = "2027-01-01";

type Acknowledgement = NonNullable<DomainManifest["acknowledgements"]>[number];

const orders = (
  products: readonly ReturnType<typeof product>[],
  lock?: Readonly<Record<string, { partitions?: number }>>,
  acknowledgements: readonly Partial<Acknowledgement>[] = [],
): Domain => {
  const complete = acknowledgements.map((each) => ({
    change: "PartitionDecrease" as const,
    product: "order-placed.v1",
    reason: "moved to v2",
    until: "2027-01-31",
    ...each,
  }));
  const mesh = meshOf({
    domains: [domain("orders", { acknowledgements: complete })],
    products,
    locks: lock === undefined ? {} : { orders: lock },
  });
  const found = mesh.domains.get("orders");
  if (found === undefined) throw new Error("no such domain");
  return found;
};

const placed = (partitions: number) =>
  product("orders", "order-placed", { ports: { topic: { partitions } } });

describe("a domain's lock", () => {
  it("lists what is built, with the partitions of its topics, sorted", () => {
    const found = orders([
      placed(12),
      product("orders", "order-lines", { ports: { schema: { tables: ["lines"] } } }),
      product("orders", "gone", { lifecycle: "retired" }),
    ]);

    expect(lockOf(found, TODAY)).toEqual({
      apiVersion: "meshwright/v1",
      kind: "DomainLock",
      products: { "order-lines.v1": {}, "order-placed.v1": { partitions: 12 } },
    });
    expect(Object.keys(lockOf(found, TODAY).products)).toEqual(["order-lines.v1", "order-placed.v1"]);
  });

  it("follows an increase", () => {
    expect(lockOf(orders([placed(12)], { "order-placed.v1": { partitions: 6 } }), TODAY).products).toEqual({
      "order-placed.v1": { partitions: 12 },
    });
  });

  it("follows a decrease that is acknowledged, up to the acknowledgement's last day", () => {
    const found = orders([placed(3)], { "order-placed.v1": { partitions: 6 } }, [{}]);

    expect(lockOf(found, "2027-01-31").products).toEqual({ "order-placed.v1": { partitions: 3 } });
    expect(lockOf(found, "2027-02-01").products).toEqual({ "order-placed.v1": { partitions: 6 } });
  });

  it("forgets a product that was removed with an acknowledgement, and no other", () => {
    const lock = { "order-placed.v1": { partitions: 6 }, "order-lines.v1": {} };
    const found = orders([], lock, [{ change: "ProductRemoved" }]);

    expect(lockOf(found, TODAY).products).toEqual({ "order-lines.v1": {} });
  });

  it("forgets a retired product", () => {
    const found = orders([product("orders", "order-placed", { lifecycle: "retired" })], {
      "order-placed.v1": { partitions: 6 },
    });

    expect(lockOf(found, TODAY).products).toEqual({});
  });

  it("remembers a topic that was taken from a product", () => {
    const lock = { "order-placed.v1": { partitions: 6 } };
    const withoutTopic = product("orders", "order-placed", { ports: { bucket: { format: "csv" } } });

    expect(lockOf(orders([withoutTopic], lock), TODAY).products).toEqual(lock);
    expect(lockOf(orders([withoutTopic], lock, [{ change: "ProductRemoved" }]), TODAY).products).toEqual({
      "order-placed.v1": {},
    });
  });

  it("written twice is the same", () => {
    const first = lockOf(orders([placed(12)]), TODAY);

    expect(lockOf(orders([placed(12)], first.products), TODAY)).toEqual(first);
  });
});
