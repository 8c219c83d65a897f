import { contextOf } from "../../src/governance";
import { multipleWritersRule } from "../../src/governance/rules/multiple-writers";
import type { Mesh } from "../../src/mesh";
import { contractOf, domain, environment, meshOf, product, subscription } from "../support/manifests";
import { everything, found, lines, TODAY } from "./check";

const placed = product("orders", "order-placed");

describe("MultipleWriters", () => {
  /** No manifest can say this; a mistake in building the model could. */
  const stolen = (): Mesh => {
    const mesh = meshOf({ domains: [domain("orders"), domain("users")], products: [placed] });
    const [orders, users] = [...mesh.domains.values()];
    if (orders === undefined || users === undefined) throw new Error("two domains");
    return {
      ...mesh,
      domains: new Map([...mesh.domains, ["users", { ...users, products: orders.products }]]),
    };
  };

  it("finds a topic that two write", () => {
    expect(multipleWritersRule.check(contextOf(stolen(), TODAY))).toEqual([
      {
        code: "MultipleWriters",
        severity: "error",
        message:
          "topic 'orders.order-placed.v1' is written by 'orders/order-placed' and 'orders/order-placed' in environment 'prod'",
        value: "orders.order-placed.v1",
        rule: "one product writes a topic, a bucket prefix, a schema",
        fix: "rename one of the two",
        at: { file: placed.file, path: ["name"] },
      },
    ]);
  });

  it("finds a prefix that covers another's topic", () => {
    const context = contextOf(meshOf({ domains: [domain("orders")], products: [placed] }), TODAY);
    const claim = {
      kind: "topic",
      scope: "c",
      name: "sales",
      prefix: true,
      writer: { domain: "sales" },
    } as const;
    const below = {
      ...claim,
      name: "sales-eu.x.v1",
      prefix: false,
      writer: { domain: "sales-eu", app: "x" },
    };
    const conflicts = [
      {
        environment: "prod",
        index: 0,
        overlaps: [{ first: claim, second: below }],
        failures: [],
        shared: [],
      },
    ];

    expect(lines(multipleWritersRule.check({ ...context, nameConflicts: () => conflicts }))).toEqual([
      "mesh.yaml organisation: topic 'sales-eu.x.v1' below 'sales' is written by 'sales' and 'sales-eu/x' in environment 'prod'",
    ]);
  });

  it("has nothing to say of a mesh of valid names", () => {
    const parts = { domains: [domain("sales"), domain("sales-eu")], products: [product("sales", "eu")] };

    expect(found("MultipleWriters", parts)).toEqual([]);
  });
});

describe("NameCollision", () => {
  const stateIn = (bucket: string) => ({
    mesh: { environments: [environment({ state: { bucket } })] },
    domains: [domain("orders")],
  });

  it("finds a state bucket that is a domain's bucket", () => {
    expect(found("NameCollision", stateIn("shop-prod-orders-111122223333-eu-central-1"))).toEqual([
      {
        code: "NameCollision",
        severity: "error",
        message:
          "bucket 'shop-prod-orders-111122223333-eu-central-1' of 'orders' meets 'shop-prod-orders-111122223333-eu-central-1' of 'platform' in environment 'prod'",
        value: "shop-prod-orders-111122223333-eu-central-1",
        rule: "a physical name belongs to one thing",
        fix: "rename one of the two",
        at: { file: "domains/orders/domain.yaml", path: ["name"] },
      },
    ]);
  });

  it("is not a second writer, nor the other way round", () => {
    expect(found("MultipleWriters", stateIn("shop-prod-orders-111122223333-eu-central-1"))).toEqual([]);
  });

  it("has nothing to say of another bucket", () => {
    expect(found("NameCollision", stateIn("shop-terraform"))).toEqual([]);
  });
});

describe("NameCollision, of the trust in the CI", () => {
  const PROVIDER = "token.actions.githubusercontent.com";
  type Overrides = Parameters<typeof environment>[0];
  const trusting = (name: string, overrides: Overrides = {}) =>
    environment({ name, deploy: { provider: PROVIDER, repository: "shop/mesh" }, ...overrides });
  const collisions = (...environments: ReturnType<typeof environment>[]) =>
    found("NameCollision", { mesh: { environments }, domains: [domain("erp"), domain("orders")] });

  it("finds two environments of one account that trust one provider", () => {
    expect(collisions(trusting("test"), trusting("prod"))).toEqual([
      {
        code: "NameCollision",
        severity: "error",
        message: `environments 'test' and 'prod' both define OIDC provider '${PROVIDER}' in account '111122223333'`,
        value: PROVIDER,
        rule: "an account has one OIDC provider of an address (IAM, CreateOpenIDConnectProvider)",
        fix: `remove deploy from one of them, so that '${PROVIDER}' is trusted in one environment only, or give 'prod' an account of its own`,
        at: { file: "mesh.yaml", path: ["environments", 1, "deploy", "provider"] },
      },
    ]);
  });

  it("finds two environments that place a domain in one account", () => {
    const shared = { domains: { erp: { account: "777788889999" } } };

    expect(
      lines(collisions(trusting("test", { ...shared, account: "444455556666" }), trusting("prod", shared))),
    ).toEqual([
      `mesh.yaml environments.1.deploy.provider: environments 'test' and 'prod' both define OIDC provider '${PROVIDER}' in account '777788889999'`,
    ]);
  });

  it("finds two regions of one account, each of which would define it", () => {
    expect(collisions(trusting("prod", { domains: { erp: { region: "eu-west-1" } } }))).toEqual([
      {
        code: "NameCollision",
        severity: "error",
        message: `OIDC provider '${PROVIDER}' of 'erp' meets '${PROVIDER}' of 'platform' in environment 'prod'`,
        value: PROVIDER,
        rule: "an account has one OIDC provider of an address (IAM, CreateOpenIDConnectProvider)",
        fix: "place both in one region, or in accounts of their own",
        at: { file: "mesh.yaml", path: ["environments", 0, "domains", "erp"] },
      },
    ]);
  });

  it.each([
    ["one environment", [trusting("prod")]],
    ["two providers", [trusting("test"), trusting("prod", deployFrom("gitlab.example.com"))]],
    ["two accounts", [trusting("test", { account: "444455556666" }), trusting("prod")]],
    ["one environment that trusts", [trusting("test", { deploy: undefined }), trusting("prod")]],
    [
      "a domain in an account of its own",
      [trusting("prod", { domains: { erp: { account: "777788889999" } } })],
    ],
    [
      "two domains in one account and region",
      [
        trusting("prod", {
          domains: { erp: { account: "777788889999" }, orders: { account: "777788889999" } },
        }),
      ],
    ],
  ])("has nothing to say of %s", (_, environments) => {
    expect(collisions(...environments)).toEqual([]);
  });

  function deployFrom(provider: string): Overrides {
    return { deploy: { provider, repository: "shop/mesh" } };
  }
});

describe("NameInvalid", () => {
  it("refuses a product whose app cannot be named, once for all environments", () => {
    const dev = environment({ name: "dev" });
    const parts = {
      mesh: { environments: [dev, environment()] },
      domains: [domain("orders")],
      products: [product("orders", "basket"), product("orders", "deploy")],
    };

    expect(found("NameInvalid", parts)).toEqual([
      {
        code: "NameInvalid",
        severity: "error",
        message: "app 'deploy' is reserved; choose another name",
        value: "deploy",
        fix: "choose another name",
        at: { file: "domains/orders/products/deploy/product.yaml", path: ["name"] },
      },
    ]);
  });

  it("points at the subscription that names the app", () => {
    const parts = {
      domains: [domain("orders", { subscriptions: [subscription("users/x", { app: "admin" })] })],
    };

    expect(lines(found("NameInvalid", parts))).toEqual([
      "domains/orders/domain.yaml subscriptions.0.app: app 'admin' is reserved; choose another name",
    ]);
  });

  it("has nothing to say of valid names", () => {
    expect(found("NameInvalid", { domains: [domain("orders")], products: [placed] })).toEqual([]);
  });
});

describe("ForeignResource", () => {
  const rows = { name: "rows", index: 0, fields: [] };
  const naming = (overrides: Parameters<typeof contractOf>[2]) => ({
    domains: [domain("orders"), domain("users")],
    products: [placed],
    contracts: [contractOf(placed, [], overrides)],
  });

  it.each([
    [
      { objects: [{ ...rows, physicalType: "topic", physicalName: "users.user-profile.v1" }] },
      "schema.0.physicalName: the contract of 'orders/order-placed' v1 names the topic 'users.user-profile.v1', which is 'users's",
    ],
    [
      { objects: [{ ...rows, physicalType: "table", physicalName: "users__user_profile__v1.rows" }] },
      "schema.0.physicalName: the contract of 'orders/order-placed' v1 names the schema 'users__user_profile__v1', which is 'users's",
    ],
    [
      { servers: [{ name: "db", type: "postgres", schema: "users", index: 0 }] },
      "servers.0.schema: the contract of 'orders/order-placed' v1 names the schema 'users', which is 'users's",
    ],
    [
      {
        servers: [
          {
            name: "lake",
            type: "s3",
            location: "s3://shop-prod-users-111122223333-eu-central-1/x/",
            index: 0,
          },
        ],
      },
      "servers.0.location: the contract of 'orders/order-placed' v1 names the bucket 'shop-prod-users-111122223333-eu-central-1', which is 'users's",
    ],
  ])("finds a name of another domain (%#)", (overrides, expected) => {
    expect(lines(found("ForeignResource", naming(overrides)))).toEqual([
      `domains/orders/products/order-placed/contract.odcs.yaml ${expected}`,
    ]);
  });

  it("is said once, and not again by the rules of contracts", () => {
    const said = everything(
      naming({ objects: [{ ...rows, physicalType: "topic", physicalName: "users.user-profile.v1" }] }),
    );

    expect(said.filter((each) => each.includes("users.user-profile.v1"))).toHaveLength(1);
  });

  it("has nothing to say of the product's own names, or of names of nobody", () => {
    const fine = naming({
      objects: [{ ...rows, physicalType: "topic", physicalName: "orders.order-placed.v1" }],
      servers: [{ name: "db", type: "postgres", schema: "reporting", index: 0 }],
    });

    expect(found("ForeignResource", fine)).toEqual([]);
  });
});
