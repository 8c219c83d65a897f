import fc from "fast-check";
import {
  inventoryOf,
  overlapsOf,
  placeOwnersOf,
  resourcesOf,
  siteOf,
  writersOf,
  type Resource,
  type Writer,
} from "../../src/mesh";
import { identifierProblem } from "../../src/names";
import { domain, environment, meshOf, product, share, subscription } from "../support/manifests";

const PROD = environment();
const users: Writer = { domain: "users" };

const mesh = meshOf({
  domains: [domain("orders", { subscriptions: [subscription("users/user-profile")] }), domain("users")],
  products: [
    product("users", "user-profile", {
      ports: {
        topic: { deadLetter: true, retries: 2 },
        bucket: { format: "parquet" },
        schema: { tables: ["profiles"] },
      },
      shares: [share("orders")],
    }),
    product("users", "user-deleted", { lifecycle: "retired" }),
  ],
});

const namesOf = (resources: readonly Resource[], kind: string, writer: Writer): string[] =>
  resources
    .filter(
      (each) => each.kind === kind && each.writer.domain === writer.domain && each.writer.app === writer.app,
    )
    .map(({ name, prefix }) => (prefix ? `${name}*` : name));

const topic = (name: string, writer: Writer, prefix = false): Resource => ({
  kind: "topic",
  scope: "cluster",
  name,
  prefix,
  writer,
});

describe("the physical names of a mesh", () => {
  const resources = resourcesOf(mesh, PROD);
  const profile: Writer = { domain: "users", app: "user-profile" };

  it.each([
    [
      "topic",
      profile,
      [
        "users.user-profile.v1",
        "users.user-profile.v1.dlq",
        "users.user-profile.v1.retry.1",
        "users.user-profile.v1.retry.2",
      ],
    ],
    ["topic", users, ["users.*"]],
    ["object", profile, ["products/user-profile/v1/*"]],
    ["bucket", users, ["shop-prod-users-111122223333-eu-central-1"]],
    ["Postgres schema", profile, ["users__user_profile__v1"]],
    ["Postgres schema", users, ["users", "users__*"]],
    [
      "Postgres role",
      users,
      ["users__*", "users__owner", "users__rw", "users__ro", "users__login", "users__migrator"],
    ],
    ["Postgres role", profile, ["users__app_user_profile"]],
    ["IAM role", users, ["prod-users--deploy"]],
    ["IAM role", profile, ["prod-users--user-profile"]],
    ["IAM role", { domain: "orders", app: "reader" }, ["prod-orders--reader"]],
    ["consumer group", { domain: "orders", app: "reader" }, ["orders.reader.*"]],
    ["Kafka user", { domain: "orders", app: "reader" }, ["orders.reader"]],
    [
      "IAM policy",
      users,
      [
        ...["prod-users-boundary", "prod-users-boundary-admin", "prod-users-boundary-deploy"],
        ...["prod-users--deploy--data", "prod-users--deploy--control"],
      ],
    ],
    [
      "IAM policy",
      { domain: "orders", app: "reader" },
      ["prod-orders--reader--run", "prod-orders--reader--produce", "prod-orders--reader--consume"],
    ],
    ["secret", users, ["mesh/prod/users/*", "mesh/prod/users/migrator/postgres"]],
    ["OIDC provider", { domain: "platform" }, []],
    ["stack", users, ["users", "users-boundary"]],
    ["state", { domain: "platform" }, ["prod/platform"]],
    ["bucket", { domain: "platform" }, ["shop-state", "shop-prod-platform-logs-111122223333-eu-central-1"]],
  ] as const)("has of kind %s, written by %o, %o", (kind, writer, expected) => {
    expect(namesOf(resources, kind, writer)).toEqual(expected);
  });

  it("has nothing of a retired product", () => {
    expect(resources.filter(({ name }) => name.includes("user-deleted"))).toEqual([]);
  });

  it("says who writes a name, the widest claim first", () => {
    expect(writersOf(resources, "topic", "users.user-profile.v1").map(({ writer }) => writer)).toEqual([
      users,
      profile,
    ]);
    expect(writersOf(resources, "topic", "traffic.page-viewed.v1")).toEqual([]);
  });

  it("has no overlap", () => {
    expect(overlapsOf(resources)).toEqual([]);
  });

  it("leaves out a name that cannot be built, and says why", () => {
    const broken = meshOf({ domains: [domain("users")], products: [product("users", "deploy")] });

    const { failures, resources: rest } = inventoryOf(broken, PROD);

    expect(failures[0]).toEqual({
      code: "NameInvalid",
      message: "app 'deploy' is reserved; choose another name",
      writer: { domain: "users", app: "deploy" },
      port: undefined,
    });
    expect(namesOf(rest, "topic", { domain: "users", app: "deploy" })).toEqual(["users.deploy.v1"]);
  });
});

describe("the trust in the CI", () => {
  const trusting = environment({
    deploy: { provider: "token.example.com", repository: "shop/mesh" },
    domains: { users: { account: "777788889999" } },
  });

  it("is defined once by the platform, and once for each place of a domain's own", () => {
    const providers = resourcesOf(mesh, trusting).filter(({ kind }) => kind === "OIDC provider");

    expect(providers.map(({ name, scope, writer }) => [name, scope, writer.domain])).toEqual([
      ["token.example.com", "111122223333", "platform"],
      ["token.example.com", "777788889999", "users"],
    ]);
  });

  it("is defined by the first domain of a place", () => {
    const elsewhere = { region: "eu-west-1" };

    expect([
      ...placeOwnersOf(mesh, environment({ domains: { users: elsewhere, orders: elsewhere } })),
    ]).toEqual(["orders"]);
    expect([...placeOwnersOf(mesh, PROD)]).toEqual([]);
  });
});

describe("a domain's site", () => {
  it("is the environment's, but for what the environment says of the domain", () => {
    const placed = environment({ domains: { users: { region: "eu-west-1" } } });

    expect(siteOf(mesh, placed, "users")).toEqual({
      organisation: "shop",
      environment: "prod",
      account: "111122223333",
      region: "eu-west-1",
    });
    expect(siteOf(mesh, placed, "orders").region).toBe("eu-central-1");
  });

  it("does not come from the prototype of what the environment says", () => {
    expect(siteOf(mesh, environment({ domains: {} }), "constructor").account).toBe("111122223333");
  });
});

describe("overlapping claims", () => {
  const orders: Writer = { domain: "orders", app: "order-placed" };

  it("are the same name twice", () => {
    const claims = [topic("a.b", users), topic("a.b", orders)];

    expect(overlapsOf(claims)).toEqual([{ first: claims[0], second: claims[1] }]);
  });

  it("are a name below a prefix of another, however far apart they are sorted", () => {
    const prefix = topic("a.", users, true);
    const below = topic("a.c", orders);

    expect(overlapsOf([below, topic("a.b", users), prefix, topic("a.bb.", users, true)])).toEqual([
      { first: prefix, second: below },
    ]);
  });

  it("are a prefix of a prefix", () => {
    const outer = topic("sales", users, true);
    const inner = topic("salesforce.", orders, true);

    expect(overlapsOf([inner, outer])).toEqual([{ first: outer, second: inner }]);
  });

  it("are none between a domain and its own apps, or beside each other", () => {
    const claims = [
      topic("orders.", { domain: "orders" }, true),
      topic("orders.order-placed.v1", orders),
      topic("ordersx.", users, true),
    ];

    expect(overlapsOf(claims)).toEqual([]);
  });

  it("are none in another scope or of another kind", () => {
    const claims = [
      topic("a", users),
      { ...topic("a", orders), scope: "another cluster" },
      { ...topic("a", orders), kind: "consumer group" as const },
    ];

    expect(overlapsOf(claims)).toEqual([]);
  });

  it("are found if and only if two claims of different writers can mean the same name", () => {
    const name = fc.stringMatching(/^[ab.]{1,4}$/);
    const writer = fc.constantFrom(users, orders, { domain: "orders" });
    const claim = fc.record({ name, prefix: fc.boolean(), writer }).map((each) => ({
      kind: "topic" as const,
      scope: "cluster",
      ...each,
    }));
    const covers = (outer: Writer, inner: Writer) =>
      outer.domain === inner.domain && (outer.app === undefined || outer.app === inner.app);
    const meets = (a: Resource, b: Resource): boolean =>
      a.name === b.name && a.prefix === b.prefix
        ? true
        : a.prefix &&
          b.name.startsWith(a.name) &&
          (a.name !== b.name || !b.prefix) &&
          !covers(a.writer, b.writer);

    fc.assert(
      fc.property(fc.array(claim, { maxLength: 8 }), (claims) => {
        const expected = claims.some((a, at) => claims.some((b, other) => at !== other && meets(a, b)));

        expect(overlapsOf(claims).length > 0).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("single writer", () => {
  const id = fc
    .stringMatching(/^[a-c][a-c0-1]{0,2}(-[a-c0-1]{1,2}){0,1}$/)
    .filter(
      (name) =>
        identifierProblem("domain", name) === undefined && identifierProblem("app", name) === undefined,
    );
  const names = fc.uniqueArray(id, { minLength: 1, maxLength: 5 });

  it("holds for every mesh of valid names", () => {
    fc.assert(
      fc.property(names, names, fc.subarray([1, 2, 10]), (domains, products, majors) => {
        const generated = meshOf({
          domains: domains.map((name) =>
            domain(name, { subscriptions: products.map((app) => subscription("x/y", { app })) }),
          ),
          products: domains.flatMap((owner) =>
            products.flatMap((name) =>
              majors.map((major) =>
                product(owner, name, {
                  version: `${major}.0.0`,
                  ports: {
                    topic: { deadLetter: true, retries: 1 },
                    bucket: { format: "json" },
                    schema: { tables: ["t"] },
                  },
                }),
              ),
            ),
          ),
        });

        const { resources, failures } = inventoryOf(generated, PROD);

        expect(failures).toEqual([]);
        expect(overlapsOf(resources)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
