import { consumersOf, consumersOfChange } from "../../../src/review/impact";
import { domain, product, share, subscription } from "../../support/manifests";
import { change } from "../support/change";
import { PORT, side, UNTIL } from "./side";

const ANALYTICS = {
  domain: "analytics",
  team: "bi",
  port: PORT,
  apps: ["reader", "revenue"],
  products: ["analytics/revenue.v1"],
  until: UNTIL,
  direct: true,
};
const MARKETING = {
  domain: "marketing",
  team: "growth",
  port: "analytics/revenue.v1",
  apps: [],
  products: [],
  direct: false,
};

test("who reads a port comes with its apps and products and the last day, then who reads what is made from it", () => {
  expect(consumersOf([PORT], side(), side())).toEqual([ANALYTICS, MARKETING]);
});

test("of what is read directly as well, the agreement is told", () => {
  const consumers = consumersOf([PORT, "analytics/revenue.v1"], undefined, side());

  expect(consumers.map(({ domain: name, direct, until }) => [name, direct, until])).toEqual([
    ["analytics", true, UNTIL],
    ["marketing", true, UNTIL],
  ]);
});

test("who no longer reads counts, as it was agreed before", () => {
  const consumers = consumersOf([PORT], side(), side({ product: { shares: [] } }));

  expect(consumers).toEqual([ANALYTICS, MARKETING]);
});

test("the newer date counts", () => {
  const longer = side({
    product: { shares: [share("analytics", { until: "2027-02-01" })] },
  });

  expect(consumersOf([PORT], side(), longer)[0]?.until).toBe("2027-02-01");
});

test("what the domain itself makes from a port is followed, and each domain and port is there once", () => {
  const more = {
    products: [
      product("orders", "order-summary", { inputs: ["orders/order-placed"], shares: [share("marketing")] }),
    ],
    domains: [domain("audit", { subscriptions: [subscription("orders/order-summary")] })],
  };
  const mesh = side({ more });
  const shared = side({
    more: {
      ...more,
      products: [
        product("orders", "order-summary", { inputs: ["orders/order-placed"], shares: [share("audit")] }),
      ],
    },
  });

  expect(consumersOf([PORT], mesh, shared).map(({ domain: name, port }) => `${name} ${port}`)).toEqual([
    `analytics ${PORT}`,
    "audit orders/order-summary.v1",
    "marketing analytics/revenue.v1",
  ]);
});

test("a permission of one app is no matter of others", () => {
  const acl = change({
    type: "kafka_acl",
    before: {
      resource_type: "Topic",
      resource_name: "orders.order-placed.v1",
      acl_principal: "User:analytics.reader",
    },
  });

  const consumers = consumersOfChange(acl, side(), side());

  expect(consumers).toEqual([{ ...ANALYTICS, apps: ["reader"], until: "2027-03-31" }, MARKETING]);
});

test("and what the producer itself makes from the port goes on without it", () => {
  const grant = change({
    type: "postgresql_grant",
    before: { schema: "orders__order_placed__v1", role: "analytics__reads_reader" },
  });
  const mesh = side({
    product: { ports: { schema: { tables: ["orders"] } }, shares: [share("analytics")] },
    more: {
      products: [
        product("orders", "order-summary", { inputs: ["orders/order-placed"], shares: [share("audit")] }),
      ],
      domains: [domain("audit", { subscriptions: [subscription("orders/order-summary")] })],
    },
  });

  expect(consumersOfChange(grant, mesh, mesh).map(({ domain: name }) => name)).toEqual([
    "analytics",
    "marketing",
  ]);
  expect(consumersOf([PORT], mesh).map(({ domain: name }) => name)).toContain("audit");
});

test("nobody reads what nobody shares, and nothing is known without a mesh", () => {
  expect(consumersOf(["orders/gone.v1"], side(), side())).toEqual([]);
  expect(consumersOf([PORT])).toEqual([]);
});
