import type { DomainManifest, ProductManifest } from "../../src/manifest";
import { domain, product, type MeshParts } from "../support/manifests";
import { found, lines } from "./check";

const DOMAIN = "domains/orders/domain.yaml";
const PRODUCT = "domains/orders/products/order-placed/product.yaml";

type Acknowledgements = NonNullable<DomainManifest["acknowledgements"]>;

const acknowledged = (change: Acknowledgements[number]["change"], until = "2027-01-31"): Acknowledgements => [
  { change, product: "order-placed.v1", reason: "moved to v2", until },
];

function released(
  now: Partial<ProductManifest> | undefined,
  acknowledgements: Acknowledgements = [],
  name = "order-placed",
): MeshParts {
  return {
    domains: [domain("orders", { acknowledgements })],
    products: now === undefined ? [] : [product("orders", name, now)],
    locks: { orders: { "order-placed.v1": { partitions: 6 } } },
  };
}

const withPartitions = (partitions: number): Partial<ProductManifest> => ({
  ports: { topic: { partitions } },
});

describe("PartitionDecrease", () => {
  it("refuses fewer partitions than released, and says how to accept it", () => {
    expect(found("PartitionDecrease", released(withPartitions(3)))).toEqual([
      {
        code: "PartitionDecrease",
        severity: "error",
        message:
          "the topic of 'orders/order-placed' v1 had 6 partitions and would have 3: it would be deleted with its records",
        value: "3",
        rule: "at least 6, by domain.lock.json",
        fix: `write partitions: 6, make a new major version, or under acknowledgements in ${DOMAIN} add: - { change: PartitionDecrease, product: order-placed.v1, reason: "…", until: 2027-01-31 }`,
        at: { file: PRODUCT, path: ["ports", "topic", "partitions"] },
      },
    ]);
  });

  it.each([
    ["as many", released(withPartitions(6))],
    ["more", released(withPartitions(12))],
    ["an acknowledgement", released(withPartitions(3), acknowledged("PartitionDecrease"))],
    [
      "an acknowledgement of its last day",
      released(withPartitions(3), acknowledged("PartitionDecrease", "2027-01-01")),
    ],
    ["no release before", { ...released(withPartitions(3)), locks: {} }],
  ])("takes %s", (_, parts) => {
    expect(found("PartitionDecrease", parts)).toEqual([]);
  });

  it.each([
    ["has ended", acknowledged("PartitionDecrease", "2026-12-31")],
    ["is of another change", acknowledged("ProductRemoved")],
  ])("does not take an acknowledgement that %s", (_, acknowledgements) => {
    expect(found("PartitionDecrease", released(withPartitions(3), acknowledgements))).toHaveLength(1);
  });
});

describe("ProductRemoved", () => {
  it("refuses to lose a released product", () => {
    expect(found("ProductRemoved", released(undefined))).toEqual([
      {
        code: "ProductRemoved",
        severity: "error",
        message: "product 'order-placed.v1' of 'orders' was released and is gone, with all of its data",
        value: "order-placed.v1",
        rule: "domain.lock.json lists what was released",
        fix: `bring it back with lifecycle: retired, or under acknowledgements in ${DOMAIN} add: - { change: ProductRemoved, product: order-placed.v1, reason: "…", until: 2027-01-31 }`,
        at: { file: DOMAIN, path: ["name"] },
      },
    ]);
  });

  it("guesses that it was renamed", () => {
    expect(found("ProductRemoved", released({}, [], "orders-placed"))[0]?.message).toBe(
      "product 'order-placed.v1' of 'orders' was released and is gone, with all of its data; " +
        "'orders-placed.v1' is new: a renamed product is a new one, without the old one's data",
    );
  });

  it("refuses to lose a released topic", () => {
    expect(lines(found("ProductRemoved", released({ ports: { bucket: { format: "csv" } } })))).toEqual([
      `${PRODUCT} ports: 'orders/order-placed' v1 had a topic, which would be deleted with its records`,
    ]);
  });

  it.each([
    ["is still there", released({})],
    ["is retired", released({ lifecycle: "retired", ports: {} })],
    ["is acknowledged", released(undefined, acknowledged("ProductRemoved"))],
  ])("has nothing to say of a product that %s", (_, parts) => {
    expect(found("ProductRemoved", parts)).toEqual([]);
  });
});

describe("AcknowledgementUnused", () => {
  it.each([
    ["ended", released(withPartitions(3), acknowledged("PartitionDecrease", "2026-12-31")), "until"],
    ["lets nothing pass", released(withPartitions(6), acknowledged("PartitionDecrease")), "product"],
    ["lets nothing pass", released({}, acknowledged("ProductRemoved")), "product"],
    ["lets nothing pass", { ...released(undefined, acknowledged("ProductRemoved")), locks: {} }, "product"],
  ])("finds one that %s", (words, parts, field) => {
    const [problem, ...others] = found("AcknowledgementUnused", parts);

    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: "warning",
      message: expect.stringContaining(words) as string,
      fix: "remove it",
      at: { file: DOMAIN, path: ["acknowledgements", 0, field] },
    });
  });

  it.each([
    ["a decrease", released(withPartitions(3), acknowledged("PartitionDecrease"))],
    ["a removal", released(undefined, acknowledged("ProductRemoved"))],
    ["a lost topic", released({ ports: { bucket: { format: "csv" } } }, acknowledged("ProductRemoved"))],
  ])("leaves one alone that lets %s pass", (_, parts) => {
    expect(found("AcknowledgementUnused", parts)).toEqual([]);
  });
});
