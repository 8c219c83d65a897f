import { domain, environment, product, share } from "../support/manifests";
import { found, lines } from "./check";

describe("UnknownDomain", () => {
  it("names the nearest domain for a misspelt parent", () => {
    const parts = { domains: [domain("commerce"), domain("orders", { parent: "comerce" })] };

    expect(found("UnknownDomain", parts)).toEqual([
      {
        code: "UnknownDomain",
        severity: "error",
        message: "domain 'orders' has the parent 'comerce', which is no domain of the mesh",
        value: "comerce",
        fix: "write parent: commerce, or add domains/comerce/domain.yaml",
        at: { file: "domains/orders/domain.yaml", path: ["parent"] },
      },
    ]);
  });

  it("looks at shares and at the domains of environments", () => {
    const parts = {
      mesh: { environments: [environment({ domains: { order: { region: "eu-west-1" } } })] },
      domains: [domain("orders")],
      products: [product("orders", "order-placed", { shares: [share("analytic")] })],
    };

    expect(found("UnknownDomain", parts).map(({ message, fix, at }) => [message, fix, at])).toEqual([
      [
        "product 'order-placed' is shared with 'analytic', which is no domain of the mesh",
        "remove the share",
        {
          file: "domains/orders/products/order-placed/product.yaml",
          path: ["shares", 0, "domain"],
        },
      ],
      [
        "environment 'prod' places 'order', which is no domain of the mesh",
        "write the key: orders, or remove the entry",
        { file: "mesh.yaml", path: ["environments", 0, "domains", "order"], onKey: true },
      ],
    ]);
  });

  it("reports a domain without a valid manifest once, and not again where it is named", () => {
    const parts = {
      domains: [domain("orders", { parent: "users" })],
      products: [
        product("users", "a"),
        product("users", "b"),
        product("orders", "c", { shares: [share("users")] }),
      ],
    };

    expect(lines(found("UnknownDomain", parts))).toEqual([
      "domains/users/products/a/product.yaml : product 'a' is in the folder of 'users', which has no valid domain.yaml",
    ]);
  });

  it("has nothing to say of a tree", () => {
    const parts = {
      mesh: { environments: [environment({ domains: { orders: { region: "eu-west-1" } } })] },
      domains: [domain("commerce"), domain("orders", { parent: "commerce" })],
      products: [product("orders", "order-placed", { shares: [share("commerce")] })],
    };

    expect(found("UnknownDomain", parts)).toEqual([]);
  });
});

describe("ParentCycle", () => {
  it("shows the whole circle", () => {
    const parts = {
      domains: [domain("c", { parent: "b" }), domain("a", { parent: "c" }), domain("b", { parent: "a" })],
    };

    expect(found("ParentCycle", parts)).toEqual([
      {
        code: "ParentCycle",
        severity: "error",
        message: "domain 'a' is a part of itself: a → c → b → a",
        value: "c",
        rule: "the domains form a tree",
        fix: "remove the parent of one of them",
        at: { file: "domains/a/domain.yaml", path: ["parent"] },
      },
    ]);
  });

  it("has nothing to say of a tree", () => {
    expect(found("ParentCycle", { domains: [domain("a"), domain("b", { parent: "a" })] })).toEqual([]);
  });
});

describe("OwnerMissing and UnknownTeam", () => {
  const owner = (team: string) => ({ team, email: "orders@example.com" });

  it("names the nearest team for an unknown owner", () => {
    const parts = { domains: [domain("orders", { owner: owner("platfrom") })] };

    expect(found("OwnerMissing", parts)).toEqual([
      {
        code: "OwnerMissing",
        severity: "error",
        message: "domain 'orders' is owned by 'platfrom', which is no team of the mesh",
        value: "platfrom",
        fix: "write team: platform, or add 'platfrom' to teams in mesh.yaml",
        at: { file: "domains/orders/domain.yaml", path: ["owner", "team"] },
      },
    ]);
  });

  it("points at an unknown team of RACI", () => {
    const parts = { domains: [domain("orders", { raci: { informed: ["finance", "everybody"] } })] };

    expect(found("UnknownTeam", parts)).toEqual([
      {
        code: "UnknownTeam",
        severity: "error",
        message: "domain 'orders' names 'everybody' as informed, which is no team of the mesh",
        value: "everybody",
        fix: "add 'everybody' to teams in mesh.yaml",
        at: { file: "domains/orders/domain.yaml", path: ["raci", "informed", 1] },
      },
    ]);
  });

  it("has nothing to say of teams of the mesh", () => {
    const parts = {
      domains: [domain("orders", { owner: owner("finance"), raci: { accountable: ["platform"] } })],
    };

    expect(found("OwnerMissing", parts)).toEqual([]);
    expect(found("UnknownTeam", parts)).toEqual([]);
  });
});

describe("Duplicate", () => {
  it("finds every kind of repetition", () => {
    const twice = { product: "users/user-profile", version: 1, purpose: "a", until: "2027-06-30" };
    const other = { ...twice, app: "scoring" };
    const lost = { change: "ProductRemoved" as const, product: "a.v1", reason: "b", until: "2027-06-30" };
    const placed = product("orders", "order-placed", {
      inputs: ["orders/a", "orders/a"],
      ports: { schema: { tables: ["orders", "lines", "orders"] } },
      shares: [share("users"), share("users", { until: "2027-03-31" })],
    });
    const parts = {
      mesh: { environments: [environment(), environment()] },
      domains: [
        domain("orders", { subscriptions: [twice, other, twice], acknowledgements: [lost, lost] }),
        { ...domain("orders"), file: "domains/orders2/domain.yaml" },
      ],
      products: [placed, { ...placed, file: "domains/orders/products/order-placed2/product.yaml" }],
    };

    const problems = found("Duplicate", parts);

    expect(problems.slice(0, 3).map(({ fix }) => fix)).toEqual([
      "give one of them another major version or name",
      "give one of them another name",
      "remove one of them",
    ]);
    expect(lines(problems)).toEqual([
      "domains/orders/products/order-placed2/product.yaml version: product 'orders/order-placed.v1' is declared in domains/orders/products/order-placed/product.yaml already",
      "domains/orders2/domain.yaml name: domain 'orders' is declared in domains/orders/domain.yaml already",
      "mesh.yaml environments.1.name: environment 'prod' is declared twice",
      "domains/orders/domain.yaml subscriptions.2.product: the subscription of app 'reader' to 'users/user-profile' v1 is declared twice",
      "domains/orders/domain.yaml acknowledgements.1.product: the acknowledgement of ProductRemoved of 'a.v1' is declared twice",
      "domains/orders/products/order-placed/product.yaml shares.1.domain: the share with 'users' is declared twice",
      "domains/orders/products/order-placed/product.yaml ports.schema.tables.2: table 'orders' is declared twice",
      "domains/orders/products/order-placed/product.yaml inputs.1: input 'orders/a' is declared twice",
    ]);
  });

  it("lets two majors, two apps and two consumers be", () => {
    const parts = {
      domains: [domain("orders")],
      products: [
        product("orders", "order-placed", { shares: [share("a"), share("b")] }),
        product("orders", "order-placed", { version: "2.0.0" }),
      ],
    };

    expect(found("Duplicate", parts)).toEqual([]);
  });
});
