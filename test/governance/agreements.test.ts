import type { ProductManifest } from "../../src/manifest";
import { domain, product, share, subscription, type MeshParts } from "../support/manifests";
import { found, lines } from "./check";

const ORDERS = "domains/orders/domain.yaml";
const PROFILE = "domains/users/products/user-profile/product.yaml";

function mesh(
  subscriptions: readonly ReturnType<typeof subscription>[],
  profile: Partial<ProductManifest> = {},
): MeshParts {
  return {
    domains: [domain("users"), domain("orders", { subscriptions: [...subscriptions] })],
    products: [product("users", "user-profile", profile)],
  };
}

describe("UnknownProduct", () => {
  it("names the nearest product", () => {
    expect(found("UnknownProduct", mesh([subscription("users/user-profil")]))).toEqual([
      {
        code: "UnknownProduct",
        severity: "error",
        message: "domain 'orders' subscribes to 'users/user-profil', which is no product of the mesh",
        value: "users/user-profil",
        fix: "write product: users/user-profile, or remove the subscription",
        at: { file: ORDERS, path: ["subscriptions", 0, "product"] },
      },
    ]);
  });

  it("looks at inputs", () => {
    const parts = mesh([], { inputs: ["users/user-profile", "users/logins"] });

    expect(lines(found("UnknownProduct", parts))).toEqual([
      `${PROFILE} inputs.1: product 'user-profile' is made from 'users/logins', which is no product of the mesh`,
    ]);
  });

  it("has nothing to say of products that are there", () => {
    expect(found("UnknownProduct", mesh([subscription("users/user-profile")]))).toEqual([]);
  });
});

describe("UnknownVersion", () => {
  const find = (version: number, lifecycle: ProductManifest["lifecycle"]) =>
    found("UnknownVersion", mesh([subscription("users/user-profile", { version })], { lifecycle }));

  it("lists the versions there are", () => {
    expect(find(3, "active")).toEqual([
      {
        code: "UnknownVersion",
        severity: "error",
        message: "domain 'orders' subscribes to 'users/user-profile' v3, which does not exist",
        value: "3",
        rule: "there is v1 (active)",
        fix: "write version: 1",
        at: { file: ORDERS, path: ["subscriptions", 0, "version"] },
      },
    ]);
  });

  it.each([
    ["draft", "is a draft, which no other domain may read"],
    ["retired", "is retired, and nothing serves it any more"],
  ] as const)("refuses a %s version", (lifecycle, reason) => {
    expect(find(1, lifecycle).map(({ message, fix }) => [message, fix])).toEqual([
      [
        `domain 'orders' subscribes to 'users/user-profile' v1, which ${reason}`,
        "remove the subscription until 'users/user-profile' has an active version",
      ],
    ]);
  });

  it.each(["active", "deprecated"] as const)("takes an %s version", (lifecycle) => {
    expect(find(1, lifecycle)).toEqual([]);
  });

  it("leaves an unknown product to the rule for it", () => {
    expect(found("UnknownVersion", mesh([subscription("users/nothing")]))).toEqual([]);
  });

  it("refuses an input of the own domain of which every version is retired", () => {
    const parts = {
      domains: [domain("users")],
      products: [
        product("users", "old", { lifecycle: "retired" }),
        product("users", "made", { inputs: ["users/old"] }),
      ],
    };

    expect(lines(found("UnknownVersion", parts))).toEqual([
      "domains/users/products/made/product.yaml inputs.0: product 'made' is made from 'users/old', of which every version is retired",
    ]);
  });
});

describe("AccessNotGranted and ShareUnused", () => {
  it("say what the other side has to write", () => {
    const waiting = mesh([subscription("users/user-profile", { purpose: "enrich: 'orders'" })]);
    const offered = mesh([], { shares: [share("orders")] });

    expect(found("AccessNotGranted", waiting)).toEqual([
      {
        code: "AccessNotGranted",
        severity: "warning",
        message: "domain 'orders' cannot read 'users/user-profile' v1 yet: it waits for the share of 'users'",
        value: "users/user-profile",
        rule: "access needs the consumer's subscription and the producer's share",
        fix: `under shares in ${PROFILE} add: - { domain: orders, purpose: "enrich: 'orders'", until: 2027-06-30 }`,
        at: { file: ORDERS, path: ["subscriptions", 0, "product"] },
      },
    ]);
    expect(found("ShareUnused", offered)).toEqual([
      {
        code: "ShareUnused",
        severity: "note",
        message: "the share of 'users/user-profile' v1 waits for the subscription of 'orders'",
        value: "orders",
        rule: "access needs the consumer's subscription and the producer's share",
        fix: `under subscriptions in ${ORDERS} add: - { product: users/user-profile, version: 1, purpose: reporting, until: 2027-12-31 }`,
        at: { file: PROFILE, path: ["shares", 0, "domain"] },
      },
    ]);
  });

  it("have nothing to say of an agreement, or of one side that has ended", () => {
    const both = mesh([subscription("users/user-profile")], { shares: [share("orders")] });
    const ended = mesh([subscription("users/user-profile", { until: "2026-12-31" })]);
    const offered = mesh([], { shares: [share("orders", { until: "2026-12-31" })] });

    for (const parts of [both, ended, offered]) {
      expect(found("AccessNotGranted", parts)).toEqual([]);
      expect(found("ShareUnused", parts)).toEqual([]);
    }
  });

  it("leave a draft to the rule for it", () => {
    const parts = mesh([subscription("users/user-profile")], { lifecycle: "draft" });

    expect(found("AccessNotGranted", parts)).toEqual([]);
  });
});

describe("AccessExpired and AccessExpiring", () => {
  const ending = (until: string, lifecycle: ProductManifest["lifecycle"] = "active", sunset?: string) =>
    mesh([subscription("users/user-profile", { until })], {
      lifecycle,
      sunset,
      shares: [share("orders", { until })],
    });

  it("tell both sides after the end", () => {
    const problems = found("AccessExpired", ending("2026-12-31"));

    expect(lines(problems)).toEqual([
      `${ORDERS} subscriptions.0.until: the subscription of 'orders' to 'users/user-profile' v1 ended on 2026-12-31`,
      `${PROFILE} shares.0.until: the share of 'users/user-profile' v1 with 'orders' ended on 2026-12-31`,
    ]);
    expect(problems[0]).toMatchObject({
      severity: "warning",
      value: "2026-12-31",
      rule: "today is 2027-01-01; the last day is included",
    });
    expect(found("AccessExpiring", ending("2026-12-31"))).toEqual([]);
  });

  it("tell both sides before the end, from the notice on", () => {
    expect(lines(found("AccessExpiring", ending("2027-01-31")))).toEqual([
      `${ORDERS} subscriptions.0.until: the subscription of 'orders' to 'users/user-profile' v1 ends on 2027-01-31`,
      `${PROFILE} shares.0.until: the share of 'users/user-profile' v1 with 'orders' ends on 2027-01-31`,
    ]);
    expect(found("AccessExpiring", ending("2027-01-01"))).toHaveLength(2);
    expect(found("AccessExpiring", ending("2027-02-01"))).toEqual([]);
    expect(found("AccessExpired", ending("2027-01-01"))).toEqual([]);
  });

  it("follow the notice of mesh.yaml", () => {
    const parts = { ...ending("2027-02-01"), mesh: { limits: { expiryNotice: "60d" } } };

    expect(found("AccessExpiring", parts)[0]?.rule).toBe("an agreement is warned about 60d before its end");
  });

  it("tell the reader of a deprecated product after its sunset", () => {
    const parts = ending("2027-06-30", "deprecated", "2026-12-31");

    expect(lines(found("AccessExpired", parts))).toEqual([
      `${ORDERS} subscriptions.0.version: domain 'orders' cannot read 'users/user-profile' v1 any more: its sunset was on 2026-12-31`,
    ]);
  });
});

describe("SharePeriodTooLong", () => {
  const lasting = (until: string): MeshParts => ({
    ...mesh([subscription("users/user-profile", { until })], { shares: [share("orders", { until })] }),
    mesh: { limits: { sharePeriod: "365d" } },
  });

  it("names the last day allowed", () => {
    const problems = found("SharePeriodTooLong", lasting("2028-01-02"));

    expect(lines(problems)).toEqual([
      `${ORDERS} subscriptions.0.until: the subscription of 'orders' to 'users/user-profile' v1 lasts too long`,
      `${PROFILE} shares.0.until: the share of 'users/user-profile' v1 with 'orders' lasts too long`,
    ]);
    expect(problems[0]).toMatchObject({
      severity: "error",
      rule: "the last day allowed is 2028-01-01",
      fix: "write until: 2028-01-01, or an earlier date",
    });
  });

  it("takes that day", () => {
    expect(found("SharePeriodTooLong", lasting("2028-01-01"))).toEqual([]);
  });
});

describe("SelfConsumption", () => {
  it("refuses an agreement of a domain with itself, from either side", () => {
    const parts = {
      domains: [domain("users", { subscriptions: [subscription("users/user-profile")] })],
      products: [product("users", "user-profile", { shares: [share("users")] })],
    };

    expect(lines(found("SelfConsumption", parts))).toEqual([
      "domains/users/domain.yaml subscriptions.0.product: domain 'users' subscribes to 'users/user-profile' v1, which is its own",
      `${PROFILE} shares.0.domain: 'users/user-profile' v1 is shared with 'users', its own domain`,
    ]);
  });

  it("has nothing to say of two domains", () => {
    const parts = mesh([subscription("users/user-profile")], { shares: [share("orders")] });

    expect(found("SelfConsumption", parts)).toEqual([]);
  });
});

describe("DeprecatedInUse and SupersededActive", () => {
  const majors = (first: ProductManifest["lifecycle"], second: ProductManifest["lifecycle"]): MeshParts => ({
    domains: [domain("users"), domain("orders", { subscriptions: [subscription("users/user-profile")] })],
    products: [
      product("users", "user-profile", {
        lifecycle: first,
        sunset: first === "deprecated" ? "2027-03-31" : undefined,
      }),
      product("users", "user-profile", { version: "2.0.0", lifecycle: second }),
    ],
  });

  it("send a reader of a deprecated version to the active one", () => {
    expect(found("DeprecatedInUse", majors("deprecated", "active"))).toEqual([
      {
        code: "DeprecatedInUse",
        severity: "warning",
        message:
          "domain 'orders' subscribes to 'users/user-profile' v1, which is deprecated and served until 2027-03-31",
        value: "1",
        fix: "write version: 2",
        at: { file: ORDERS, path: ["subscriptions", 0, "version"] },
      },
    ]);
    expect(found("SupersededActive", majors("deprecated", "active"))).toEqual([]);
  });

  it("send a reader to the producer where nothing else is active", () => {
    expect(found("DeprecatedInUse", majors("deprecated", "draft"))[0]?.fix).toBe(
      "ask 'users' what to read instead",
    );
  });

  it("let a subscription that has ended be", () => {
    const parts = {
      ...majors("deprecated", "active"),
      domains: [
        domain("orders", { subscriptions: [subscription("users/user-profile", { until: "2026-12-31" })] }),
      ],
    };

    expect(found("DeprecatedInUse", parts)).toEqual([]);
  });

  it("tell the producer of two active versions", () => {
    expect(found("SupersededActive", majors("active", "active"))).toEqual([
      {
        code: "SupersededActive",
        severity: "note",
        message: "'users/user-profile' v1 is active beside v2",
        value: "active",
        fix: "write lifecycle: deprecated and a sunset, when its readers may move on",
        at: { file: PROFILE, path: ["lifecycle"] },
      },
    ]);
    expect(found("DeprecatedInUse", majors("active", "active"))).toEqual([]);
  });
});

describe("InputNotSubscribed", () => {
  const parts = (subscribed: boolean): MeshParts => ({
    domains: [
      domain("users"),
      domain("orders", { subscriptions: subscribed ? [subscription("users/user-profile")] : [] }),
    ],
    products: [
      product("users", "user-profile"),
      product("orders", "order-placed", { inputs: ["users/user-profile", "orders/order-placed"] }),
    ],
  });

  it("says which subscription to add", () => {
    expect(found("InputNotSubscribed", parts(false))).toEqual([
      {
        code: "InputNotSubscribed",
        severity: "error",
        message:
          "product 'order-placed' is made from 'users/user-profile', which 'orders' does not subscribe to",
        value: "users/user-profile",
        rule: "an input of another domain has a subscription",
        fix: `under subscriptions in ${ORDERS} add: - { product: users/user-profile, version: 1, app: order-placed, purpose: "make order-placed", until: 2028-01-01 }`,
        at: { file: "domains/orders/products/order-placed/product.yaml", path: ["inputs", 0] },
      },
    ]);
  });

  it("proposes the newest active version", () => {
    const more = [
      product("users", "user-profile", { version: "2.0.0" }),
      product("users", "user-profile", { version: "3.0.0", lifecycle: "draft" }),
    ];
    const { domains = [], products = [] } = parts(false);

    expect(found("InputNotSubscribed", { domains, products: [...products, ...more] })[0]?.fix).toContain(
      "{ product: users/user-profile, version: 2, ",
    );
  });

  it("has nothing to say with it", () => {
    expect(found("InputNotSubscribed", parts(true))).toEqual([]);
  });
});
