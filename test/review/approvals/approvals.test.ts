import { approvals } from "../../../src/review/approvals";
import { plain, type BreakSet, type LossSet, type StackReview } from "../../../src/review/model";
import { share } from "../../support/manifests";
import { FIELDS, PORT, side, type Over } from "../impact/side";
import { breakSet, consumer, lossSet, productReview, resourceReview, stackReview } from "../support/review";

const RACI: Over = {
  orders: {
    raci: {
      accountable: ["finance"],
      responsible: ["order-management"],
      consulted: ["data-protection"],
      informed: ["growth"],
    },
  },
};

interface Parts {
  readonly stacks?: readonly StackReview[];
  readonly products?: Parameters<typeof approvals>[1];
  readonly losses?: readonly LossSet[];
  readonly breaks?: readonly BreakSet[];
  readonly before?: Over;
  readonly after?: Over;
}

/** `kind team: reason; reason`. */
function lines({ stacks = [], products = [], before = {}, after = before, ...risks }: Parts): string[] {
  const { losses = [], breaks = [] } = risks;
  return approvals(stacks, products, { losses, breaks }, side(before), side(after)).map(
    ({ kind, team, reasons }) => `${kind} ${team}: ${reasons.map(plain).join("; ")}`,
  );
}

const orders = (over: Partial<StackReview> = {}) =>
  stackReview({ stack: "orders", domain: "orders", verdict: "additive", resources: [], ...over });

test("owner and RACI of a domain that changes take part, strongest first", () => {
  expect(lines({ stacks: [orders()], before: RACI })).toEqual([
    "approves finance: accountable for `orders`",
    "approves order-management: owner of `orders`; responsible for `orders`",
    "consulted data-protection: consulted by `orders`",
    "informed growth: informed by `orders`",
  ]);
});

test("nobody is asked about words", () => {
  expect(
    lines({ stacks: [orders({ verdict: "none" })], products: [productReview({ verdict: "none" })] }),
  ).toEqual([]);
});

test("a product's own change asks its domain", () => {
  expect(
    lines({ products: [productReview({ domain: "orders", verdict: "additive", consumers: [] })] }),
  ).toEqual(["approves order-management: owner of `orders`"]);
});

test("the platform's first team approves its own stack, and boundaries are its own", () => {
  const platform = stackReview({ stack: "platform", domain: undefined, verdict: "additive", resources: [] });
  const boundary = orders({ stack: "orders-boundary" });

  expect(lines({ stacks: [platform, boundary] })).toEqual([
    "approves platform: platform: stacks `orders-boundary` and `platform`",
  ]);
  const many = ["a", "b", "c", "d", "e", "f"].map((name) =>
    orders({ stack: `${name}-boundary`, domain: name }),
  );
  expect(lines({ stacks: many })).toEqual([
    "approves platform: platform: stacks `a-boundary`, `b-boundary`, `c-boundary`, `d-boundary` and 2 more",
  ]);
});

const READER = consumer({ domain: "analytics", team: "bi", port: PORT });
const FURTHER = consumer({
  domain: "marketing",
  team: "growth",
  port: "analytics/revenue.v1",
  direct: false,
});

test.each([
  ["dataLoss", "approves"],
  ["breaks", "approves"],
  ["access", "informed"],
  ["interruption", "informed"],
] as const)("whoever reads what has the verdict %s: %s; further down they are informed", (verdict, kind) => {
  const resource = resourceReview({ verdict, consumers: [READER, FURTHER] });

  expect(lines({ stacks: [orders({ verdict, resources: [resource] })] })).toEqual(
    [
      `${kind} bi: \`analytics\` reads \`${PORT}\``,
      "approves order-management: owner of `orders`",
      "informed growth: `marketing` reads `analytics/revenue.v1`, which is made from it",
    ].sort((a, b) => Number(b.startsWith("approves")) - Number(a.startsWith("approves")) || (a < b ? -1 : 1)),
  );
});

test("readers are not asked about costs", () => {
  const resource = resourceReview({ verdict: "cost", consumers: [READER] });

  expect(lines({ stacks: [orders({ verdict: "cost", resources: [resource] })] })).toHaveLength(1);
});

test("each team is there once, with every reason", () => {
  const breaks = productReview({ domain: "orders", verdict: "breaks", consumers: [READER] });
  const resource = resourceReview({ verdict: "breaks", consumers: [READER] });

  const all = lines({
    stacks: [
      orders({ verdict: "breaks", resources: [resource] }),
      orders({ stack: "analytics", domain: "analytics" }),
    ],
    products: [breaks],
  });

  expect(all).toEqual([
    `approves bi: owner of \`analytics\`; \`analytics\` reads \`${PORT}\``,
    "approves order-management: owner of `orders`",
  ]);
});

test("a loss is accepted by owner and accountable, and by the platform where there is no domain", () => {
  const open = "loses data (not acknowledged yet)";

  expect(lines({ losses: [lossSet(), lossSet({ stack: "orders-boundary" })], before: RACI })).toEqual([
    `approves finance: stack \`orders\` ${open}; stack \`orders-boundary\` ${open}`,
    `approves order-management: stack \`orders\` ${open}; stack \`orders-boundary\` ${open}`,
  ]);
  const acknowledged = lossSet({
    domain: "platform",
    stack: "platform",
    acknowledged: { by: "manifest" },
  });
  expect(lines({ losses: [acknowledged] })).toEqual([
    "approves platform: stack `platform` loses data (acknowledged)",
  ]);
});

test("a break is accepted by those who answer for the domain that makes it", () => {
  expect(lines({ breaks: [breakSet()], before: RACI })).toEqual([
    "approves finance: `orders` breaks its readers (not acknowledged yet)",
    "approves order-management: `orders` breaks its readers (not acknowledged yet)",
  ]);
});

describe("personal data", () => {
  const personal: Over = {
    ...RACI,
    fields: [...FIELDS, { path: "email", classification: "restricted" }],
  };
  const unshared: Over = { ...personal, product: { shares: [] } };

  test("that gains readers asks those whom its domain consults", () => {
    expect(lines({ before: unshared, after: personal })).toEqual([
      `consulted data-protection: \`analytics\` gets to read personal data in \`${PORT}\``,
    ]);
  });

  test("asks them as well when data that is read becomes personal", () => {
    expect(lines({ before: RACI, after: personal })).toHaveLength(1);
  });

  test("asks nobody while the readers stay, or the data is not personal", () => {
    expect(
      lines({ before: personal, after: { ...personal, product: { shares: [share("analytics")] } } }),
    ).toEqual([]);
    expect(lines({ before: { ...RACI, product: { shares: [] } }, after: RACI })).toEqual([]);
  });
});
