import { productReviews } from "../../../src/review/impact";
import { plain, type ProductReview } from "../../../src/review/model";
import { contractOf, product, share } from "../../support/manifests";
import { FIELDS, PORT, side, TODAY, UNTIL, type Over } from "./side";

const READ = "`analytics/reader` and `analytics/revenue` read it";

/** What is said of the one product that changes. */
function review(before: Over, after: Over, port = PORT): ProductReview | undefined {
  return productReviews(side(before), side(after), TODAY).find((each) => each.port === port);
}

const said = (found: ProductReview | undefined) => found?.changes.map(({ sentence }) => plain(sentence));

const wayOutOf = (found: ProductReview | undefined) => plain(found?.wayOut ?? []);

const version = (text: string): Over => ({ product: { version: text } });
const ORDER_ID = FIELDS.slice(0, 1);

test("a mesh that stays as it is has nothing to review", () => {
  expect(productReviews(side(), side(), TODAY)).toEqual([]);
});

test("a column that goes breaks its readers by name, and the way out is a major beside it", () => {
  const found = review({}, { fields: ORDER_ID });

  expect(found).toMatchObject({
    ...{ port: PORT, domain: "orders", verdict: "breaks", needed: "major", declared: "none" },
    ...{ versionBefore: "1.0.0", versionAfter: "1.0.0" },
    file: "domains/orders/products/order-placed/contract.odcs.yaml",
  });
  expect(said(found)).toEqual([`column \`orders.currency\` is removed; ${READ}`]);
  expect(plain(found?.wayOut ?? [])).toBe(
    "publish it as version `2` side by side: `meshwright new product orders/order-placed --version 2.0.0 --ports topic,bucket,schema`",
  );
  expect(found?.consumers.map(({ domain }) => domain)).toEqual(["analytics", "marketing"]);
});

test("where the next major is there already, it is the one to change", () => {
  const more = { products: [product("orders", "order-placed", { version: "2.0.0" })] };

  expect(plain(review({ more }, { more, fields: ORDER_ID })?.wayOut ?? [])).toBe(
    "leave it as it was, and change `orders/order-placed.v2` instead",
  );
});

test("what breaks a contract that nobody reads is additive", () => {
  const alone: Over = { without: "revenue", product: { shares: [] } };

  expect(review(alone, { ...alone, fields: ORDER_ID })).toMatchObject({
    verdict: "additive",
    needed: "major",
  });
});

test.each([
  ["1.0.0", "none", "raise the version to `1.1.0` at least"],
  ["1.0.1", "patch", "raise the version to `1.1.0` at least"],
  ["1.1.0", "minor", undefined],
])("a column more at version %s is raised by %s", (to, declared, wayOut) => {
  const found = review({ fields: ORDER_ID }, version(to));

  expect(found).toMatchObject({ verdict: "additive", needed: "minor", declared });
  expect(found?.wayOut && plain(found.wayOut)).toBe(wayOut);
});

test.each([
  ["retyped", { logicalType: "integer" }, "breaks", "is of type `integer` instead of `string`"],
  ["emptied", { logicalType: "string", required: false }, "none", undefined],
  ["described", { logicalType: "string", description: "ISO" }, "none", "is described in other words"],
  ["classified", { logicalType: "string", classification: "internal" }, "access", "is classified `internal`"],
  ["filled", { logicalType: "string", required: true }, "additive", "is never empty any more"],
  ["closed", { logicalType: "string", allowed: ["EUR"] }, "additive", "holds values of a closed list only"],
] as const)("a column %s", (_, change, verdict, sentence) => {
  const found = review({}, { fields: [...ORDER_ID, { path: "currency", ...change }] });

  expect(found?.verdict ?? "none").toBe(verdict);
  const readers = verdict === "breaks" || verdict === "access" ? `; ${READ}` : "";
  expect(said(found)).toEqual(sentence && [`column \`orders.currency\` ${sentence}${readers}`]);
});

test.each([
  [36, 200, "breaks", `may hold longer values now: \`maxLength\` is \`200\` instead of \`36\`; ${READ}`],
  [
    200,
    36,
    "additive",
    "holds shorter values only: `maxLength` is `36` instead of `200`; data of before may not keep to it",
  ],
] as const)("a column of at most %d characters that has %d", (was, is, verdict, sentence) => {
  const upTo = (maxLength: number): Over => ({
    fields: [...ORDER_ID, { path: "currency", logicalType: "string", options: { maxLength } }],
  });

  const found = review(upTo(was), upTo(is));

  expect(found?.verdict).toBe(verdict);
  expect(said(found)).toEqual([`column \`orders.currency\` ${sentence}`]);
});

describe("what the platform weighs otherwise", () => {
  const weighed = (until: string): Over => ({
    fields: ORDER_ID,
    mesh: {
      policy: {
        contractChanges: [{ change: "fieldRemoved", counts: "minor", reason: "nobody used it", until }],
      },
    },
  });

  test("counts so, with the reason, until its last day", () => {
    const found = review({}, weighed(TODAY));

    expect(found).toMatchObject({ verdict: "additive", needed: "minor" });
    expect(found?.changes[0]?.overridden).toEqual({ reason: "nobody used it", until: TODAY });
  });

  test("counts as usual afterwards", () => {
    const found = review({}, weighed("2026-12-31"));

    expect(found).toMatchObject({ verdict: "breaks", needed: "major" });
    expect(found?.changes[0]?.overridden).toBeUndefined();
  });
});

test.each([
  [
    "deprecated",
    UNTIL,
    "cost",
    `it is \`deprecated\` instead of \`active\`: \`analytics/reader\` and \`analytics/revenue\` have to move until \`${UNTIL}\``,
  ],
  [
    "deprecated",
    "2026-12-31",
    "breaks",
    "it is `deprecated` instead of `active`: `analytics/reader` and `analytics/revenue` can read it no longer",
  ],
  [
    "retired",
    undefined,
    "breaks",
    "it is `retired` instead of `active`: `analytics/reader` and `analytics/revenue` can read it no longer",
  ],
  [
    "draft",
    undefined,
    "breaks",
    "it is `draft` instead of `active`: `analytics/reader` and `analytics/revenue` can read it no longer",
  ],
] as const)("an active product that is %s until %s", (lifecycle, sunset, verdict, sentence) => {
  const found = review({}, { product: { lifecycle, sunset } });

  expect(found).toMatchObject({
    verdict,
    needed: "none",
    file: "domains/orders/products/order-placed/product.yaml",
  });
  expect(said(found)).toEqual([sentence]);
});

test("a draft that becomes active is additive, and a sunset that comes earlier costs its readers", () => {
  expect(review({ product: { lifecycle: "draft" } }, {})?.verdict).toBe("additive");

  const until = (sunset: string): Over => ({ product: { lifecycle: "deprecated", sunset } });
  expect(said(review(until("2027-06-01"), until("2027-05-01")))).toEqual([
    "the last day it is served is `2027-05-01`, earlier than before: `analytics/reader` and `analytics/revenue` have to move until then",
  ]);
  expect(review(until("2027-05-01"), until("2027-06-01"))?.verdict).toBe("none");
});

test.each([
  [
    { freshness: "5m" },
    { freshness: "10m" },
    "breaks",
    `the promised \`freshness\` is lowered: \`10m\` instead of \`5m\`; ${READ}`,
  ],
  [
    { freshness: "10m" },
    { freshness: "5m" },
    "additive",
    "the promised `freshness` is raised: `5m` instead of `10m`",
  ],
  [
    { availability: 99.9 },
    {},
    "breaks",
    `the promised \`availability\` is lowered: none any more, instead of \`99.9%\`; ${READ}`,
  ],
  [{}, { completeness: 99 }, "additive", "the promised `completeness` is raised: `99%`"],
  [
    { availability: 99 },
    { availability: 99.5 },
    "additive",
    "the promised `availability` is raised: `99.5%` instead of `99%`",
  ],
] as const)("a promise %j that becomes %j", (before, after, verdict, sentence) => {
  const found = review({ product: { slo: before } }, { product: { slo: after } });

  expect(found?.verdict).toBe(verdict);
  expect(said(found)).toEqual([sentence]);
});

describe("a retention", () => {
  const kept = (retention: string, freshness = "2d", sla = "1d"): Over => ({
    product: { ports: { topic: { retention } } },
    revenue: { slo: { freshness } },
    contract: { sla: [{ property: "retention", value: sla, index: 0 }] },
  });

  test("below what a product made from it needs breaks that product, by name", () => {
    const found = review(kept("2d"), kept("1d"));

    expect(found?.verdict).toBe("breaks");
    expect(said(found)).toEqual([
      "records are kept for `1d`; what is made from them may be older, and then misses some: `analytics/revenue.v1` (`2d`)",
    ]);
    expect(wayOutOf(found)).toBe(
      "keep records for `2d` at least, or agree on a better freshness with those who make something from them",
    );
  });

  test("below what several need is said once, with all of them", () => {
    const digest = product("analytics", "digest", {
      inputs: ["orders/order-placed"],
      slo: { freshness: "26h" },
    });
    const withDigest = (retention: string): Over => ({ ...kept(retention), more: { products: [digest] } });

    const found = review(withDigest("2d"), withDigest("1d"));

    expect(said(found)).toEqual([
      "records are kept for `1d`; what is made from them may be older, and then misses some: `analytics/digest.v1` (`26h`), `analytics/revenue.v1` (`2d`)",
    ]);
    expect(wayOutOf(found)).toMatch(/^keep records for `2d` at least/);
  });

  test("that was below it before says nothing new, and a shorter one that is enough says nothing", () => {
    expect(review(kept("30h"), kept("29h"))).toBeUndefined();
    expect(review(kept("9d"), kept("2d"))).toBeUndefined();
  });

  test("is too short as well when the reader becomes slower", () => {
    expect(said(review(kept("2d"), kept("2d", "3d")))).toHaveLength(1);
  });

  test("below what the contract promises breaks", () => {
    expect(said(review(kept("7d", "1d", "7d"), kept("6d", "1d", "7d")))).toEqual([
      "data is kept for `6d`, and the contract promises `7d`",
    ]);
  });
});

describe("a share", () => {
  const shares = (...until: readonly string[]): Over => ({
    product: { shares: until.map((each) => share("analytics", { until: each })) },
  });
  const unsubscribed: Over = { analytics: { subscriptions: [] } };

  test.each([
    ["revoked", {}, shares(), "breaks", "`analytics` may no longer read it, and still subscribes to it"],
    [
      "ended by both sides",
      {},
      { ...shares(), ...unsubscribed },
      "access",
      "`analytics` may no longer read it",
    ],
    [
      "shortened",
      {},
      shares("2027-02-01"),
      "access",
      "`analytics` has to stop reading after `2027-02-01`, earlier than `2027-06-30`",
    ],
    [
      "extended",
      {},
      shares("2027-09-01"),
      "access",
      "`analytics` may read it until `2027-09-01` instead of `2027-06-30`",
    ],
    ["added", shares(), {}, "access", "`analytics` may read it until `2027-06-30`"],
  ] as const)("%s", (_, before, after, verdict, sentence) => {
    const found = review(before, after);

    expect(found?.verdict).toBe(verdict);
    expect(said(found)).toEqual([sentence]);
  });

  test("revoked from somebody who still subscribes has a way that hurts nobody", () => {
    expect(wayOutOf(review({}, shares()))).toBe(
      "agree on the end with `analytics`, and remove its subscription in the same change",
    );
    expect(wayOutOf(review({}, { ...shares(), ...unsubscribed }))).toBe("");
  });

  test("that ended before changes nothing when it goes", () => {
    expect(review(shares("2026-12-31"), shares())).toBeUndefined();
  });
});

test("a product that goes breaks who reads it, and nobody else", () => {
  const found = review({}, { without: "product" });

  expect(found).toMatchObject({ verdict: "breaks", declared: "gone", versionBefore: "1.0.0" });
  expect(said(found)).toEqual([`it is removed; ${READ}`]);

  const alone: Over = { without: "revenue", product: { shares: [] } };
  expect(productReviews(side(alone), side({ ...alone, more: {} }), TODAY)).toEqual([]);
  const more = { products: [product("orders", "unread")] };
  expect(review({ more }, {}, "orders/unread.v1")).toMatchObject({ verdict: "none", declared: "gone" });
});

test("a new product is additive, and so is a new major, whatever differs; who may read it at once is told", () => {
  const more = {
    products: [product("orders", "order-placed", { version: "2.0.0", shares: [share("marketing")] })],
  };
  const found = review({}, { more }, "orders/order-placed.v2");

  expect(found).toMatchObject({ verdict: "access", declared: "new", versionAfter: "2.0.0" });
  expect(said(found)).toEqual([
    "`marketing` may read it until `2027-12-31`",
    "it stands beside `orders/order-placed.v1`, whose readers can move to it",
  ]);
  const plainly = { products: [product("orders", "new-one")] };
  expect(review({}, { more: plainly }, "orders/new-one.v1")).toMatchObject({
    ...{ verdict: "additive", changes: [] },
  });
});

describe("a product that goes while another comes", () => {
  const newcomer = (domain: string, name: string, fields = FIELDS) => {
    const made = product(domain, name);
    return { products: [made], contracts: [contractOf(made, fields)] };
  };

  test("with the same fields is the same under a new name, which no plan can move", () => {
    const more = newcomer("orders", "order-taken");

    const found = review({}, { without: "product", more });

    expect(found).toMatchObject({ verdict: "breaks", declared: "gone" });
    expect(said(found)).toEqual([
      `it is removed; ${READ}; by its fields it is now called \`orders/order-taken.v1\`, which starts empty`,
    ]);
    expect(wayOutOf(found)).toBe(
      "keep `orders/order-placed.v1`, publish `orders/order-taken.v1` beside it, and deprecate the old one until its readers have moved",
    );
  });

  test("with the same fields is rather one of its own domain", () => {
    const elsewhere = newcomer("analytics", "order-taken");
    const here = newcomer("orders", "taken");
    const more = {
      products: [...elsewhere.products, ...here.products],
      contracts: [...elsewhere.contracts, ...here.contracts],
    };

    expect(said(review({}, { without: "product", more }))?.[0]).toMatch(/now called `orders\/taken\.v1`/);
  });

  test("with other fields, or none, has nothing to do with it", () => {
    const more = newcomer("orders", "order-taken", [{ path: "sku", logicalType: "string" }]);

    expect(said(review({}, { without: "product", more }))).toEqual([`it is removed; ${READ}`]);
    const bare = { products: [product("orders", "bare")] };
    expect(said(review({}, { without: "product", more: bare }))).toEqual([`it is removed; ${READ}`]);
  });
});

test("the worst come first", () => {
  const more = { products: [product("analytics", "added")] };

  const found = productReviews(side(), side({ more, fields: ORDER_ID }), TODAY);

  expect(found.map(({ port }) => port)).toEqual([PORT, "analytics/added.v1"]);
});
