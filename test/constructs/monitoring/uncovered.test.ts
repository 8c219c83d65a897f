import { signalSource, uncoveredSlos, type MonitoredProduct } from "../../../constructs/monitoring";
import { PROD, VENDOR_SITE } from "../../support/fixtures";
import { DEV_SOURCE, ORDER_PLACED, source } from "./support/products";

const NO_MSK = "the environment has no MSK cluster, so CloudWatch has no Kafka metrics";

const gaps = (product: MonitoredProduct, from = source()): Record<string, string> =>
  Object.fromEntries(uncoveredSlos(product, from).map(({ slo, reason }) => [slo, reason]));

describe("promises that nothing watches", () => {
  it("has none where every port and the brokers are known", () => {
    expect(gaps(ORDER_PLACED, source(PROD, 3))).toEqual({});
  });

  it("says of each what it is, why, and what would help", () => {
    expect(uncoveredSlos(ORDER_PLACED, source())).toEqual([
      {
        product: "order-placed.v1",
        slo: "completenessPercent",
        reason: "two topics in one alarm need their metrics named broker by broker",
        fix: "state brokerCount, at most 5",
      },
    ]);
  });

  it("lists all that rests on Kafka where there is no MSK cluster", () => {
    expect(gaps(ORDER_PLACED, DEV_SOURCE)).toEqual({
      freshnessSeconds: NO_MSK,
      lagSeconds: NO_MSK,
      completenessPercent: NO_MSK,
    });
  });

  it("knows that a domain in another account does not see the cluster's metrics", () => {
    const vendor = signalSource({ environment: PROD, site: VENDOR_SITE, domain: "erp" });

    expect(gaps(ORDER_PLACED, vendor).lagSeconds).toBe(
      "the MSK cluster's metrics are in account 111122223333, region eu-central-1, not in the domain's",
    );
  });

  it("lists the promises that a schema alone cannot be held to", () => {
    expect(gaps({ ...ORDER_PLACED, topic: undefined, bucket: false }, source())).toEqual({
      availabilityPercent: "only a bucket port counts failed requests",
      freshnessSeconds: "CloudWatch knows no last write of a schema",
      lagSeconds: "only a topic has consumers that lag",
      completenessPercent: "completeness is measured by what is dead-lettered",
    });
  });

  it("lists a freshness that is too long for a Metrics Insights query", () => {
    const daily = { ...ORDER_PLACED, slo: { freshnessSeconds: 86_400 } };

    expect(uncoveredSlos(daily, source())).toEqual([
      {
        product: "order-placed.v1",
        slo: "freshnessSeconds",
        reason: "an alarm on a Metrics Insights query looks back at most 10800 s",
        fix: "state brokerCount, at most 10, or promise a shorter freshness",
      },
    ]);
    expect(gaps(daily, source(PROD, 3))).toEqual({});
  });

  it("lists a lag that nobody is held to", () => {
    const lonely = { ...ORDER_PLACED, topic: { consumers: [], deadLetter: true }, slo: { lagSeconds: 60 } };

    expect(gaps(lonely)).toEqual({ lagSeconds: "no consumer of the topic is declared" });
  });

  it("expects nothing of drafts and retired products, or of what is not promised", () => {
    expect(gaps({ ...ORDER_PLACED, lifecycle: "draft" }, DEV_SOURCE)).toEqual({});
    expect(gaps({ ...ORDER_PLACED, lifecycle: "retired" }, DEV_SOURCE)).toEqual({});
    expect(gaps({ ...ORDER_PLACED, slo: {} }, DEV_SOURCE)).toEqual({});
  });
});
