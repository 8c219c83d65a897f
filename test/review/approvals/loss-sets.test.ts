import fc from "fast-check";
import { lossSets, riskHash, type LossSource } from "../../../src/review/approvals";
import { canonical } from "../../../src/review/approvals/canonical";
import { plain, Secret, UNKNOWN, type Plan, type ResourceChange } from "../../../src/review/model";
import { environment } from "../../support/manifests";
import { side, TODAY, type Over } from "../impact/side";
import { change } from "../support/change";

const planOf = (...changes: readonly ResourceChange[]) => ({ changes, outputs: [] }) as unknown as Plan;

const topic = (name: string, partitions: number, config = {}) => ({ name, partitions, config });

/** Partitions go down, so that the topic is made anew. */
const fewer = (over: { readonly to?: number; readonly name?: string; readonly config?: object } = {}) =>
  change({
    type: "kafka_topic",
    name: "Placed",
    before: topic("orders.order-placed.v1", 6, over.config),
    after: topic(over.name ?? "orders.order-placed.v1", over.to ?? 3, over.config),
    replacePaths: [["partitions"]],
  });

const deleted = change({ type: "kafka_topic", name: "Gone", before: topic("orders.order-refunded.v1", 6) });

const orders = (...changes: readonly ResourceChange[]): LossSource => ({
  ...{ stack: "orders", domain: "orders", outcome: "planned" },
  plan: planOf(...changes),
});

const sets = (sources: readonly LossSource[], over: Over = {}, accepted: readonly string[] = []) =>
  lossSets(sources, side(over), accepted, TODAY);

const hashOf = (...changes: readonly ResourceChange[]) => sets([orders(...changes)])[0]?.hash;

test("what a stack loses is listed with the line that accepts it", () => {
  const [set, ...others] = sets([orders(fewer(), deleted)]);

  expect(others).toEqual([]);
  expect(set?.hash).toMatch(/^loss:[0-9a-f]{16}$/);
  expect(set).toMatchObject({
    domain: "orders",
    file: "domains/orders/domain.yaml",
    entry: `- { plan: "${set?.hash}", reason: "…", until: 2027-01-31 }`,
  });
  expect(set?.acknowledged).toBeUndefined();
  expect(set?.losses.map(({ stack, address }) => `${stack} ${address}`)).toEqual([
    "orders kafka_topic.Placed",
    "orders kafka_topic.Gone",
  ]);
  expect(plain(set?.losses[0]?.sentence ?? [])).toContain("`orders.order-placed.v1`");
});

test("what loses nothing, or was not planned, has no set", () => {
  const created = change({ type: "kafka_topic", after: topic("a", 1) });

  expect(sets([orders(created), { stack: "platform", outcome: "failed" }])).toEqual([]);
});

test("another loss, another thing, another stack or another environment is another hash", () => {
  const hashes = [
    hashOf(fewer()),
    hashOf(fewer({ to: 2 })),
    hashOf(fewer(), deleted),
    hashOf(deleted),
    hashOf({ ...fewer(), address: "kafka_topic.Other" }),
    hashOf({ ...deleted, before: topic("orders.order-other.v1", 6) }),
    hashOf({ ...deleted, deposed: "0a1b2c3d" }),
    sets([{ ...orders(fewer()), stack: "orders-boundary" }])[0]?.hash,
    lossSets([orders(fewer())], { ...side(), environment: environment({ name: "test" }) }, [], TODAY)[0]
      ?.hash,
  ];

  expect(new Set(hashes).size).toBe(hashes.length);
});

test("whatever else changes, the hash stays", () => {
  const more = change({ type: "kafka_topic", name: "New", after: topic("new", 1) });

  expect(hashOf(more, fewer({ config: { "cleanup.policy": "delete" } }))).toBe(hashOf(fewer()));
  expect(hashOf(deleted, fewer())).toBe(hashOf(fewer(), deleted));
});

describe("an acknowledgement", () => {
  const hash = hashOf(fewer()) ?? "";
  const line = (plan = hash, until = TODAY) => ({ plan, reason: "moved to v2", until });

  test.each([
    ["of exactly these losses counts", line(), { by: "manifest", reason: "moved to v2" }],
    ["that ended does not", line(hash, "2026-12-31"), undefined],
    ["of other losses does not", line("loss:0123456789abcdef"), undefined],
  ])("%s", (_, entry, acknowledged) => {
    const [set] = sets([orders(fewer())], { orders: { acknowledgements: [entry] } });

    expect(set?.acknowledged).toEqual(acknowledged);
  });

  test("of another domain, or of the platform, does not count", () => {
    expect(
      sets([orders(fewer())], { analytics: { acknowledgements: [line()] } })[0]?.acknowledged,
    ).toBeUndefined();
    expect(
      sets([orders(fewer())], { mesh: { acknowledgements: [line()] } })[0]?.acknowledged,
    ).toBeUndefined();
  });

  test("can be a label", () => {
    expect(sets([orders(fewer())], {}, [hash])[0]?.acknowledged).toEqual({ by: "label" });
  });

  test.each([
    ["of the platform's own stack", { stack: "platform" }, "platform"],
    ["of a domain that is gone", { stack: "sales", domain: "sales" }, "sales"],
  ])("%s stands in mesh.yaml", (_, names, domain) => {
    const source = { ...names, outcome: "planned", plan: planOf(fewer()) } as const;
    const [{ hash: own } = { hash: "" }] = sets([source]);

    const [set] = sets([source], { mesh: { acknowledgements: [line(own)] } });

    expect(set).toMatchObject({ domain, file: "mesh.yaml", acknowledged: { by: "manifest" } });
  });
});

test("without a mesh there is no place for a line", () => {
  const [set] = lossSets([orders(fewer())], undefined, [], TODAY);

  expect(set?.file).toBeUndefined();
});

describe("the text of a value", () => {
  test("does not depend on the order of keys, and keeps what JSON would not", () => {
    expect(canonical({ b: [1, UNKNOWN, null], a: new Secret(1) })).toBe('{"a":secret,"b":[1,unknown,null]}');
    expect(canonical(9007199254740993n)).toBe("9007199254740993");
    expect(canonical("unknown")).toBe('"unknown"');
    expect(canonical(undefined)).toBe("absent");
  });

  test("differs for values that differ", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const equal = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(canonical(a as never) === canonical(b as never)).toBe(equal);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

test("the hash does not depend on the order of losses, and a loss more is another hash", () => {
  const place = { environment: "prod", of: "orders" };
  const hashOfAll = (losses: Parameters<typeof riskHash>[2]) => riskHash("loss", place, losses);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (facts) => {
      const losses = facts.map((each) => ({ facts: each }));
      expect(hashOfAll([...losses].reverse())).toBe(hashOfAll(losses));
      expect(hashOfAll(losses.slice(1))).not.toBe(hashOfAll(losses));
    }),
  );
});

test("what Terraform does in words that are not known has to be accepted, what it reads has not", () => {
  const odd = change({ type: "kafka_topic", action: "other", before: topic("a", 6), after: topic("a", 6) });

  expect(hashOf(odd)).toMatch(/^loss:/);
  expect(hashOf({ ...odd, mode: "data" })).toBeUndefined();
});

test("how much is lost is part of the hash, wherever it stands", () => {
  const deleting = (retention: string): ResourceChange =>
    change({
      type: "kafka_topic",
      before: topic("a", 6, { "cleanup.policy": "compact" }),
      after: topic("a", 6, { "cleanup.policy": "compact,delete", "retention.ms": retention }),
    });
  const tagged = (days: number): ResourceChange => {
    const of = (tag: string | undefined, limit: number) => ({
      ...{ status: "Enabled", expiration: [{ days: limit }] },
      filter: tag === undefined ? [{ prefix: "a/" }] : [{ and: [{ prefix: "a/", tags: { tag } }] }],
    });
    const [all, some] = [of(undefined, 400), of("x", days)];
    return change({
      type: "aws_s3_bucket_lifecycle_configuration",
      before: { bucket: "b", rule: [all] },
      after: { bucket: "b", rule: [all, some] },
    });
  };

  expect(hashOf(deleting("604800000"))).not.toBe(hashOf(deleting("1000")));
  expect(hashOf(tagged(30))).not.toBe(hashOf(tagged(1)));
});

test("a setting of another bucket is another loss", () => {
  const gone = (type: string, bucket: string) => hashOf(change({ type, before: { bucket } }));
  for (const type of ["replication_configuration", "object_lock_configuration"].map(
    (of) => `aws_s3_bucket_${of}`,
  )) {
    expect(gone(type, "a")).not.toBe(gone(type, "b"));
  }
});

test("the environment counts where it is known without its mesh", () => {
  const [dev, prod] = ["dev", "prod"].map(
    (name) => lossSets([orders(fewer())], undefined, [], TODAY, name)[0]?.hash,
  );

  expect(dev).not.toBe(prod);
});
