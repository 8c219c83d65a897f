import { agreementChanges } from "../../../src/review/impact";
import { plain } from "../../../src/review/model";
import { share } from "../../support/manifests";
import { PORT, side, type Over } from "./side";

const changes = (before: Over, after: Over) =>
  agreementChanges(side(before), side(after)).map(({ direction, system, sentence }) => {
    expect(system).toBe("mesh");
    return `${direction}: ${plain(sentence)}`;
  });

const until = "2027-06-30";
const reader = { product: "orders/order-placed", version: 1, purpose: "reporting", until };
const only = (...apps: readonly string[]): Over => ({
  analytics: { subscriptions: apps.map((app) => ({ ...reader, app })) },
});

test("an agreement of both sides is access that is gained, app by app", () => {
  expect(changes(only("reader"), only("reader", "revenue"))).toEqual([
    `gained: \`analytics/revenue\` may read \`${PORT}\` until \`${until}\`, for: \`reporting\``,
  ]);
  expect(changes(only(), only())).toEqual([]);
});

test("another end is told", () => {
  expect(
    changes(only("reader"), {
      ...only("reader"),
      product: { shares: [share("analytics", { until: "2027-02-01" })] },
    }),
  ).toEqual([
    `changed: \`analytics/reader\` may read \`${PORT}\` until \`2027-02-01\` instead of \`${until}\``,
  ]);
});

test.each<[string, Over]>([
  ["the product is gone", { without: "product" }],
  ["the product is `retired`", { product: { lifecycle: "retired" } }],
  ["it is no longer shared", { product: { shares: [] } }],
  ["the share ended on `2026-12-31`", { product: { shares: [share("analytics", { until: "2026-12-31" })] } }],
])("what is lost is told with its cause: %s", (why, after) => {
  expect(changes(only("reader"), { ...only("reader"), ...after })).toEqual([
    `lost: \`analytics/reader\` may no longer read \`${PORT}\`: ${why}`,
  ]);
});

test("and when the consumer ends it", () => {
  const ended = { analytics: { subscriptions: [{ ...reader, app: "reader", until: "2026-12-31" }] } };

  expect(changes(only("reader"), only())).toEqual([
    expect.stringMatching(/: it is no longer subscribed to$/),
  ]);
  expect(changes(only("reader"), ended)).toEqual([
    expect.stringMatching(/: the subscription ended on `2026-12-31`$/),
  ]);
});
