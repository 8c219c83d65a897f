import { breakSets, type ReviewedPlan } from "../../../src/review/approvals";
import { plain, say, type Plan, type ProductReview } from "../../../src/review/model";
import { side, TODAY, type Over } from "../impact/side";
import { change } from "../support/change";
import {
  consumer,
  contractChange,
  effect,
  productReview,
  resourceReview,
  stackReview,
} from "../support/review";

const PARTITIONS = effect({
  ...{ rule: "kafka_topic/partitions-raise", verdict: "breaks", cause: ["partitions"] },
  sentence: say`topic ${"a"} gets more partitions`,
});

/** A stack in which a topic gets more partitions. */
const raised = (to = 18, stack = "orders"): ReviewedPlan => {
  const changes = [
    change({
      ...{ type: "kafka_topic", name: "T" },
      before: { name: "a", partitions: 12 },
      after: { name: "a", partitions: to },
    }),
  ];
  const [{ address } = { address: "" }] = changes;
  return {
    plan: { changes, outputs: [] } as unknown as Plan,
    review: stackReview({
      ...{ stack, domain: "orders" },
      resources: [
        resourceReview({ address, action: "update", effects: [PARTITIONS], consumers: [consumer()] }),
      ],
    }),
  };
};

const DESCRIBED = contractChange({
  ...{ kind: "descriptionChanged", compatibility: "none", verdict: "none" },
  sentence: say`words of ${"a"}`,
});

interface Parts {
  readonly plans?: readonly ReviewedPlan[];
  readonly products?: readonly ProductReview[];
  readonly over?: Over;
  readonly accepted?: readonly string[];
  readonly environment?: string;
}

const sets = ({ plans = [], products = [], over = {}, accepted = [], environment = "prod" }: Parts) =>
  breakSets(plans, products, { head: side(over), accepted, today: TODAY, environment });

const hashOf = (parts: Parts) => sets(parts)[0]?.hash;

test("all that a domain breaks is one set, with the line that accepts it and whom it hurts", () => {
  const further = consumer({ domain: "marketing", direct: false });
  const [set, ...others] = sets({
    plans: [raised()],
    products: [productReview({ consumers: [consumer({ domain: "erp" }), further] })],
  });

  expect(others).toEqual([]);
  expect(set?.hash).toMatch(/^breaks:[0-9a-f]{16}$/);
  expect(set).toMatchObject({
    domain: "orders",
    file: "domains/orders/domain.yaml",
    entry: `- { plan: "${set?.hash}", reason: "…", until: 2027-01-31 }`,
    consumers: ["analytics", "erp"],
    breaks: [{ stack: "orders", address: "kafka_topic.T" }, { port: "orders/order-placed.v1" }],
  });
  expect(plain(set?.about ?? [])).toBe("domain `orders` in `prod`: breaks `analytics` and `erp`");
  expect(set?.acknowledged).toBeUndefined();
});

test("who breaks nothing has no set", () => {
  expect(sets({ products: [productReview({ verdict: "none", changes: [DESCRIBED] })] })).toEqual([]);
});

test("another change, another value, another reader, another domain or environment is another hash", () => {
  const product = productReview();
  const hashes = [
    hashOf({ products: [product] }),
    hashOf({ products: [{ ...product, port: "orders/order-placed.v2" }] }),
    hashOf({ products: [{ ...product, domain: "users" }] }),
    hashOf({ products: [{ ...product, changes: [contractChange({ field: "currency" })] }] }),
    hashOf({ products: [{ ...product, changes: [contractChange({ after: "long" })] }] }),
    hashOf({ products: [{ ...product, changes: [contractChange({ sentence: say`gone for ${"erp"}` })] }] }),
    hashOf({ products: [{ ...product, consumers: [consumer(), consumer({ domain: "erp" })] }] }),
    hashOf({ products: [product], environment: "test" }),
    hashOf({ products: [product], plans: [raised()] }),
    hashOf({ plans: [raised()] }),
    hashOf({ plans: [raised(24)] }),
    hashOf({ plans: [raised(18, "orders-boundary")] }),
  ];

  expect(new Set(hashes).size).toBe(hashes.length);
});

test("what breaks nobody, who reads further down, the words and the order change nothing", () => {
  const product = productReview();
  const hash = hashOf({ products: [product], plans: [raised(), raised(18, "orders-boundary")] });
  const other = productReview({
    ...{ versionAfter: "1.4.0", wayOut: undefined },
    changes: [contractChange({ sentence: say`${"customer_id"} goes from ${"order_placed"}` }), DESCRIBED],
    consumers: [consumer(), consumer({ domain: "marketing", direct: false })],
  });

  expect(hashOf({ products: [other], plans: [raised(18, "orders-boundary"), raised()] })).toBe(hash);
});

describe("an acknowledgement", () => {
  const products = [productReview()];
  const hash = hashOf({ products }) ?? "";
  const line = (plan = hash, until = TODAY) => ({ plan, reason: "agreed", until });
  const acknowledgedBy = (over: Over, accepted: readonly string[] = []) =>
    sets({ products, over, accepted })[0]?.acknowledged;

  test.each([
    ["of exactly these breaks counts", line(), { by: "manifest", reason: "agreed" }],
    ["that ended does not", line(hash, "2026-12-31"), undefined],
    ["of other breaks does not", line("breaks:0123456789abcdef"), undefined],
    ["of a loss with these digits does not", line(hash.replace("breaks", "loss")), undefined],
  ])("%s", (_, entry, acknowledged) => {
    expect(acknowledgedBy({ orders: { acknowledgements: [entry] } })).toEqual(acknowledged);
  });

  test("of a reader does not count: who breaks it accepts it", () => {
    expect(acknowledgedBy({ analytics: { acknowledgements: [line()] } })).toBeUndefined();
  });

  test("can be a label", () => {
    expect(acknowledgedBy({}, [hash])).toEqual({ by: "label" });
  });
});
