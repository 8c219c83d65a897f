import fc from "fast-check";
import {
  accessesFrom,
  accessesInto,
  accessesOf,
  appsOf,
  consumersOf,
  indexOf,
  readersOf,
  type Access,
} from "../../src/mesh";
import { domain, meshOf, product, share, subscription, type MeshParts } from "../support/manifests";

const TODAY = "2027-01-01";

const agreement = (
  parts: {
    readonly subscribed?: string;
    readonly shared?: string;
    readonly lifecycle?: "draft" | "active" | "deprecated" | "retired";
    readonly sunset?: string;
    readonly version?: number;
  } = {},
): MeshParts => {
  const { subscribed, shared, lifecycle = "active", sunset, version = 1 } = parts;
  const until = (date: string) => ({ until: date });
  return {
    domains: [
      domain("users"),
      domain("orders", {
        subscriptions:
          subscribed === undefined
            ? []
            : [subscription("users/user-profile", { ...until(subscribed), version })],
      }),
    ],
    products: [
      product("users", "user-profile", {
        lifecycle,
        sunset,
        shares: shared === undefined ? [] : [share("orders", until(shared))],
      }),
    ],
  };
};

const accesses = (parts: MeshParts, today = TODAY): Access[] => accessesOf(meshOf(parts), today);

describe("an access", () => {
  it("is there with both signatures, until the earlier of their dates", () => {
    expect(accesses(agreement({ subscribed: "2027-06-30", shared: "2027-03-31" }))).toEqual([
      {
        port: "users/user-profile.v1",
        producer: "users",
        consumer: "orders",
        app: "reader",
        until: "2027-03-31",
        purpose: "reporting",
      },
    ]);
  });

  it("is there on its last day and gone on the next", () => {
    const parts = agreement({ subscribed: "2027-06-30", shared: "2027-12-31" });

    expect(accesses(parts, "2027-06-30")).toHaveLength(1);
    expect(accesses(parts, "2027-07-01")).toEqual([]);
  });

  it.each([
    ["no share", agreement({ subscribed: "2027-06-30" })],
    ["no subscription", agreement({ shared: "2027-06-30" })],
    ["another version", agreement({ subscribed: "2027-06-30", shared: "2027-06-30", version: 2 })],
    ["a draft", agreement({ subscribed: "2027-06-30", shared: "2027-06-30", lifecycle: "draft" })],
    [
      "a retired product",
      agreement({ subscribed: "2027-06-30", shared: "2027-06-30", lifecycle: "retired" }),
    ],
  ])("is not there with %s", (_, parts) => {
    expect(accesses(parts)).toEqual([]);
  });

  it("to a deprecated product ends with its sunset", () => {
    const parts = agreement({
      subscribed: "2027-06-30",
      shared: "2027-06-30",
      lifecycle: "deprecated",
      sunset: "2027-02-28",
    });

    expect(accesses(parts)[0]?.until).toBe("2027-02-28");
    expect(accesses(parts, "2027-03-01")).toEqual([]);
  });

  it("is never a domain's to itself", () => {
    const parts = {
      domains: [domain("users", { subscriptions: [subscription("users/user-profile")] })],
      products: [product("users", "user-profile", { shares: [share("users")] })],
    };

    expect(accesses(parts)).toEqual([]);
  });

  it("is one per app, however often it is written down, and lasts as the longest says", () => {
    const parts = {
      domains: [
        domain("orders", {
          subscriptions: [
            subscription("users/user-profile", { until: "2027-02-01" }),
            subscription("users/user-profile", { until: "2027-05-01" }),
            subscription("users/user-profile", { app: "scoring" }),
          ],
        }),
      ],
      products: [product("users", "user-profile", { shares: [share("orders")] })],
    };

    expect(accesses(parts).map(({ app, until }) => [app, until])).toEqual([
      ["reader", "2027-05-01"],
      ["scoring", "2027-06-30"],
    ]);
  });

  it("exists if and only if both signatures do, neither is past its date, and the product is served", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2027-02-${String(each).padStart(2, "0")}`);
    const optionalDay = fc.option(day, { nil: undefined });
    const lifecycles = fc.constantFrom("draft", "active", "deprecated", "retired" as const);

    fc.assert(
      fc.property(
        optionalDay,
        optionalDay,
        lifecycles,
        day,
        day,
        (subscribed, shared, lifecycle, sunset, today) => {
          const served = lifecycle === "active" || (lifecycle === "deprecated" && sunset >= today);
          const expected =
            subscribed !== undefined &&
            shared !== undefined &&
            subscribed >= today &&
            shared >= today &&
            served;

          const found = accesses(agreement({ subscribed, shared, lifecycle, sunset }), today);

          expect(found).toHaveLength(expected ? 1 : 0);
          expect(found.every(({ until }) => until >= today && (subscribed ?? "") >= until)).toBe(true);
        },
      ),
    );
  });
});

describe("who reads what", () => {
  const index = indexOf(
    meshOf({
      domains: [
        domain("analytics", {
          subscriptions: [subscription("orders/order-placed"), subscription("users/user-profile")],
        }),
        domain("orders", {
          subscriptions: [subscription("users/user-profile", { app: "order-placed" })],
        }),
        domain("users"),
      ],
      products: [
        product("orders", "order-placed", { shares: [share("analytics")] }),
        product("orders", "order-placed", { version: "2.0.0" }),
        product("orders", "order-archive", { lifecycle: "retired" }),
        product("users", "user-profile", { shares: [share("analytics"), share("orders")] }),
      ],
    }),
    TODAY,
  );

  it("is answered per port, per producer and per consumer", () => {
    expect(readersOf(index, "users/user-profile.v1").map(({ consumer }) => consumer)).toEqual([
      "analytics",
      "orders",
    ]);
    expect(readersOf(index, "orders/order-placed.v2")).toEqual([]);
    expect(consumersOf(index, "users")).toEqual(["analytics", "orders"]);
    expect(accessesFrom(index, "orders").map(({ consumer }) => consumer)).toEqual(["analytics"]);
    expect(accessesInto(index, "analytics").map(({ port }) => port)).toEqual([
      "orders/order-placed.v1",
      "users/user-profile.v1",
    ]);
  });

  it("is answered per app: two majors are one app, and a retired product has none", () => {
    expect(appsOf(index, "orders")).toEqual([
      {
        domain: "orders",
        app: "order-placed",
        produces: ["orders/order-placed.v1", "orders/order-placed.v2"],
        consumes: ["users/user-profile.v1"],
      },
    ]);
    expect(appsOf(index, "analytics").map(({ app, consumes }) => [app, consumes.length])).toEqual([
      ["reader", 2],
    ]);
    expect(appsOf(index, "nobody")).toEqual([]);
  });

  it("keeps an app whose agreement has ended, and takes away what it may read", () => {
    const parts = agreement({ subscribed: "2026-06-30", shared: "2027-06-30" });

    expect(appsOf(indexOf(meshOf(parts), TODAY), "orders")).toEqual([
      { domain: "orders", app: "reader", produces: [], consumes: [] },
    ]);
  });
});
