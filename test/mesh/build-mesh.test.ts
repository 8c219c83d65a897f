import fc from "fast-check";
import {
  buildMesh,
  DEFAULT_LIMITS,
  DEFAULT_POLICY,
  DEFAULT_READER,
  DEFAULT_TOPIC,
  type Mesh,
} from "../../src/mesh";
import { domainSchema, meshSchema, productSchema } from "../../src/manifest";
import { contractOf, domain, manifestSet, meshOf, product, share, subscription } from "../support/manifests";

const orders = domain("orders", { subscriptions: [subscription("users/user-profile")] });
const users = domain("users");
const profile = product("users", "user-profile", { shares: [share("orders")] });

const PLAIN = (mesh: Mesh): unknown =>
  JSON.parse(JSON.stringify(mesh, (_, value: unknown) => (value instanceof Map ? [...value] : value)));

describe("a mesh from manifests", () => {
  it("sets every default of a topic", () => {
    const mesh = meshOf({ domains: [users], products: [profile] });

    expect(mesh.ports.get("users/user-profile.v1")?.topic).toEqual({
      partitions: 6,
      retention: 604_800,
      cleanup: "delete",
      deadLetter: false,
      retries: 0,
      maxMessageBytes: undefined,
      config: {},
    });
  });

  it("counts durations in seconds", () => {
    const mesh = meshOf({
      mesh: { limits: { retention: "400d", sharePeriod: "90d", expiryNotice: "36h", partitions: 12 } },
      products: [
        product("users", "user-profile", {
          ports: { topic: { retention: "36h" }, bucket: { format: "parquet", retention: "400d" } },
          slo: { freshness: "5m" },
        }),
      ],
    });

    const found = mesh.ports.get("users/user-profile.v1");
    expect(found?.topic?.retention).toBe(129_600);
    expect(found?.bucket?.retention).toBe(34_560_000);
    expect(found?.slo.freshness).toBe(300);
    expect(mesh.limits).toEqual({
      ...DEFAULT_LIMITS,
      partitions: 12,
      retention: 34_560_000,
      sharePeriod: 7_776_000,
      expiryNotice: 129_600,
    });
  });

  it("knows a product by domain, name and major, in this order, ten after two", () => {
    const mesh = meshOf({
      products: [
        product("users", "b", { version: "10.0.0" }),
        product("users", "b", { version: "2.3.4" }),
        product("users", "a"),
        product("orders", "z"),
      ],
    });

    expect([...mesh.ports.keys()]).toEqual(["orders/z.v1", "users/a.v1", "users/b.v2", "users/b.v10"]);
  });

  it("gives a domain its products and its lock, and a product its contract", () => {
    const contract = contractOf(profile);

    const mesh = meshOf({
      domains: [users],
      products: [profile],
      contracts: [contract],
      locks: { users: { "user-profile.v1": { lifecycle: "active", schema: true } } },
    });

    expect(mesh.domains.get("users")?.products.map(({ key }) => key)).toEqual(["users/user-profile.v1"]);
    expect(mesh.domains.get("users")?.lock).toEqual(
      new Map([["user-profile.v1", { lifecycle: "active", schema: true }]]),
    );
    expect(mesh.ports.get("users/user-profile.v1")?.contract).toBe(contract);
  });

  it("names the reader of a subscription that names none", () => {
    const mesh = meshOf({ domains: [orders] });

    expect(mesh.domains.get("orders")?.subscriptions[0]).toMatchObject({
      consumer: "orders",
      app: "reader",
      major: 1,
      index: 0,
    });
  });

  it("keeps the first of two manifests of one name, by file, and writes the other down", () => {
    const second = { ...users, file: "domains/users2/domain.yaml" };
    const copy = { ...profile, file: "domains/users/products/user-profile2/product.yaml" };

    const mesh = meshOf({ domains: [second, users], products: [copy, profile] });

    expect(mesh.domains.get("users")?.file).toBe("domains/users/domain.yaml");
    expect(mesh.duplicates).toEqual([
      { kind: "product", name: "users/user-profile.v1", file: copy.file, first: profile.file },
      { kind: "domain", name: "users", file: second.file, first: users.file },
    ]);
  });

  it("does not depend on the order in which manifests were read", () => {
    const domains = ["orders", "users", "traffic", "sales"].map((name) => domain(name));
    const products = ["a", "b"].flatMap((name) => domains.map(({ folder }) => product(folder, name)));
    const expected = PLAIN(buildMesh(manifestSet({ domains, products }), new Map()));

    fc.assert(
      fc.property(
        fc.shuffledSubarray(domains, { minLength: domains.length }),
        fc.shuffledSubarray(products, { minLength: products.length }),
        (someDomains, someProducts) => {
          const set = manifestSet({ domains: someDomains, products: someProducts });
          expect(PLAIN(buildMesh(set, new Map()))).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("the documented defaults", () => {
  const { limits, policy } = meshSchema.shape;
  const topic = productSchema.shape.ports.shape.topic.unwrap().shape;
  const described = (schema: { description?: string }): string => schema.description ?? "";

  it.each([
    ["partitions", "48"],
    ["retention", "3650d"],
    ["sharePeriod", "730d"],
    ["expiryNotice", "30d"],
    ["producerBytesPerSecond", "10485760"],
    ["consumerBytesPerSecond", "20971520"],
    ["connectionsPerApp", "20"],
  ] as const)("are those of the schema: limits.%s is %s", (name, text) => {
    const seconds = text.endsWith("d") ? Number.parseInt(text, 10) * 86_400 : Number(text);

    expect(described(limits.unwrap().shape[name].unwrap())).toContain(`Default ${text}.`);
    expect(DEFAULT_LIMITS[name]).toBe(seconds);
  });

  it("are those of the schema: policy", () => {
    const { classifications, personal } = policy.unwrap().shape;

    expect(described(classifications)).toContain(`Default ${DEFAULT_POLICY.classifications.join(", ")}.`);
    expect(described(personal)).toContain(`Default ${DEFAULT_POLICY.personal.join(", ")}.`);
  });

  it("are those of the schema: topic and reader", () => {
    expect(described(topic.partitions.unwrap())).toContain(`Default ${DEFAULT_TOPIC.partitions}.`);
    expect(described(topic.retention.unwrap())).toContain("Default 7d.");
    expect(DEFAULT_TOPIC.retention).toBe(7 * 86_400);
    expect(described(topic.cleanup)).toContain(`Default ${DEFAULT_TOPIC.cleanup}.`);
    expect(described(topic.deadLetter)).toContain(`Default ${DEFAULT_TOPIC.deadLetter}.`);
    expect(described(topic.retries.unwrap())).toContain(`Default ${DEFAULT_TOPIC.retries}.`);
    expect(described(domainSchema.shape.subscriptions.unwrap().element.shape.app.unwrap())).toContain(
      `Default ${DEFAULT_READER}.`,
    );
  });
});
