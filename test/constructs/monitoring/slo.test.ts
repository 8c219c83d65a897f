import {
  ALARM_RULES,
  burnThreshold,
  compileAlarms,
  MIN_OBJECTIVE_PERCENT,
  SIGNAL_HELP,
  type MonitoredLifecycle,
  type ServiceLevel,
} from "../../../constructs/monitoring";
import { alarmOf, alarmsOf, DEV_SOURCE, ORDER_PLACED, source } from "./support/products";

const S3 = { BucketName: "shop-prod-orders-111122223333-eu-central-1", FilterId: "order-placed.v1" };
const promising = (slo: ServiceLevel) => ({ ...ORDER_PLACED, slo });

describe("alarms compiled from an SLO", () => {
  it("watches everything a product promises and has", () => {
    expect(Object.keys(alarmsOf(ORDER_PLACED, source(undefined, 3)))).toEqual([
      "availability.burn-quick",
      "availability.burn-slow",
      "client-errors",
      "stale-bucket",
      "silent-topic",
      "lag-time.analytics.reader",
      "lag-growth.analytics.reader",
      "dead-letters",
      "completeness",
    ]);
  });

  it("defines only alarms that CloudWatch takes and the dashboard explains", () => {
    for (const from of [source(), source(undefined, 5), source(undefined, 10), DEV_SOURCE]) {
      for (const freshnessSeconds of [60, 3600, 10_800, 10_801, 86_400, 604_800]) {
        const product = promising({ ...ORDER_PLACED.slo, freshnessSeconds });
        for (const alarm of Object.values(alarmsOf(product, from))) {
          expect(ALARM_RULES.filter((rule) => !rule.holds(alarm))).toEqual([]);
          expect(SIGNAL_HELP[alarm.signal[0] ?? ""]).toBeDefined();
          expect(["breaching", "notBreaching", "ignore"]).toContain(alarm.missingData);
        }
      }
    }
  });

  it.each([
    [99.9, 0.0144, 0.001],
    [99.5, 0.072, 0.005],
    [99, 0.144, 0.01],
    [93.06, 0.99936, 0.0694],
  ])("burns the budget of %s%% at %s for a page and %s for a ticket", (availabilityPercent, page, ticket) => {
    const product = promising({ availabilityPercent });

    expect(alarmOf("availability.burn-quick", product).threshold).toBe(page);
    expect(alarmOf("availability.burn-slow", product).threshold).toBe(ticket);
    expect(burnThreshold(availabilityPercent, 14.4)).toBeLessThan(1);
  });

  it("pages for what burns within an hour, opens a ticket for what burns over three days", () => {
    const quick = alarmOf("availability.burn-quick");
    const slow = alarmOf("availability.burn-slow");

    expect(quick).toMatchObject({
      severity: "page",
      summary: "order-placed.v1 burns the error budget of 99.9% availability 14.4 times too fast",
      evaluationPeriods: 1,
    });
    expect(quick.queries.map(({ periodSeconds }) => periodSeconds)).toEqual([3600, 3600, 3600]);
    expect(slow).toMatchObject({ severity: "ticket", evaluationPeriods: 1 });
    expect(slow.queries.map(({ periodSeconds }) => periodSeconds)).toEqual([259_200, 259_200, 259_200]);
  });

  it("divides failed by all requests, unless there were next to none", () => {
    const { queries, missingData } = alarmOf("availability.burn-quick");

    expect(queries).toEqual([
      { id: "failed", periodSeconds: 3600, metric: s3("5xxErrors") },
      { id: "requests", periodSeconds: 3600, metric: s3("AllRequests") },
      {
        id: "ratio",
        periodSeconds: 3600,
        expression: "IF(FILL(requests, 0) > 20, FILL(failed, 0) / requests, 0)",
      },
    ]);
    expect(missingData).toBe("notBreaching");
  });

  it("watches a fixed share of errors where no availability is promised", () => {
    const { threshold, evaluationPeriods, severity } = alarmOf("errors", promising({}));

    expect({ threshold, evaluationPeriods, severity }).toEqual({
      threshold: 0.01,
      evaluationPeriods: 3,
      severity: "ticket",
    });
    expect(Object.keys(alarmsOf(promising({})))).not.toContain("availability.burn-quick");
  });

  it("looks for a spike of refused requests", () => {
    const alarm = alarmOf("client-errors");

    expect(alarm).toMatchObject({ threshold: 0.2, missingData: "notBreaching", severity: "ticket" });
    expect(alarm.queries.at(-1)?.expression).toBe("IF(FILL(refused, 0) > 20, refused / requests, 0)");
  });

  it.each([
    [60, 60, 10],
    [300, 60, 10],
    [900, 60, 15],
    [3600, 60, 60],
    [3660, 300, 13],
    [86_400, 300, 288],
    [90_000, 3600, 25],
    [604_800, 3600, 168],
  ])("calls a bucket stale over a freshness of %i s: %i s × %i", (freshnessSeconds, period, periods) => {
    const alarm = alarmOf("stale-bucket", promising({ freshnessSeconds }));

    expect(alarm).toMatchObject({
      threshold: 1,
      comparison: "LessThanThreshold",
      missingData: "breaching",
      evaluationPeriods: periods,
    });
    expect(alarm.queries).toEqual([
      { id: "puts", periodSeconds: period, metric: s3("PutRequests") },
      { id: "writes", periodSeconds: period, expression: "FILL(puts, 0)" },
    ]);
  });

  it("asks for the traffic of a topic in its own cluster only", () => {
    expect(alarmOf("silent-topic")).toMatchObject({
      threshold: 1,
      comparison: "LessThanThreshold",
      missingData: "breaching",
      queries: [{ expression: insights("orders.order-placed.v1"), periodSeconds: 60 }],
    });
    expect(alarmOf("dead-letters")).toMatchObject({
      threshold: 0,
      comparison: "GreaterThanThreshold",
      missingData: "notBreaching",
      queries: [{ expression: insights("orders.order-placed.v1.dlq"), periodSeconds: 300 }],
    });
  });

  it("names the brokers where they are known, and then looks back further", () => {
    const product = promising({ freshnessSeconds: 86_400 });
    const { queries, evaluationPeriods } = alarmOf("silent-topic", product, source(undefined, 2));

    expect(alarmsOf(product)).not.toHaveProperty("silent-topic");
    expect(evaluationPeriods).toBe(288);
    expect(queries.map(({ metric }) => metric?.dimensions)).toEqual([
      { "Cluster Name": "mesh-prod", "Broker ID": "1", Topic: "orders.order-placed.v1" },
      { "Cluster Name": "mesh-prod", "Broker ID": "2", Topic: "orders.order-placed.v1" },
      undefined,
    ]);
    expect(queries.at(-1)?.expression).toBe("FILL(bytes1, 0) + FILL(bytes2, 0)");
  });

  it("holds each declared consumer to the promised lag, and takes a missing one for gone", () => {
    const group = { "Cluster Name": "mesh-prod", Topic: "orders.order-placed.v1" };
    const consumers = [
      { domain: "analytics", app: "reader" },
      { domain: "admin", app: "loader", purpose: "night" },
    ];
    const product = { ...ORDER_PLACED, topic: { consumers, deadLetter: false } };

    expect(alarmOf("lag-time.analytics.reader", product)).toMatchObject({
      threshold: 120,
      evaluationPeriods: 3,
      missingData: "breaching",
      severity: "page",
      queries: [{ metric: { dimensions: { ...group, "Consumer Group": "analytics.reader.main" } } }],
    });
    expect(alarmOf("lag-time.admin.loader.night", product).queries[0]?.metric?.dimensions).toEqual({
      ...group,
      "Consumer Group": "admin.loader.night",
    });
    expect(alarmOf("lag-growth.analytics.reader", product)).toMatchObject({
      evaluationPeriods: 6,
      missingData: "ignore",
      queries: [
        { metric: { metricName: "SumOffsetLag" } },
        { metric: { metricName: "MaxOffsetLag" } },
        { expression: "IF(DIFF(total) > 0 AND worst > 1000, 1, 0)" },
      ],
    });
  });

  it("compares dead letters with all records where there are few enough brokers", () => {
    const alarm = alarmOf("completeness", ORDER_PLACED, source(undefined, 1));

    expect(alarm).toMatchObject({ threshold: 0.005, missingData: "notBreaching", severity: "ticket" });
    expect(alarm.queries.map(({ expression, metric }) => expression ?? metric?.dimensions.Topic)).toEqual([
      "orders.order-placed.v1.dlq",
      "orders.order-placed.v1",
      "FILL(dead1, 0)",
      "lost + FILL(good1, 0)",
      "IF(all > 0, lost / all, 0)",
    ]);
    expect(alarmsOf(ORDER_PLACED, source(undefined, 6))).not.toHaveProperty("completeness");
  });

  it("defines no Kafka alarm without an MSK cluster", () => {
    const signals = Object.keys(alarmsOf(ORDER_PLACED, DEV_SOURCE));

    expect(signals.filter((signal) => /topic|lag|dead|completeness/.test(signal))).toEqual([]);
    expect(signals).toContain("stale-bucket");
  });

  it.each<[MonitoredLifecycle, boolean]>([
    ["draft", false],
    ["active", true],
    ["deprecated", true],
    ["retired", false],
  ])("watches a product that is %s: %s", (lifecycle, watched) => {
    expect(compileAlarms({ ...ORDER_PLACED, lifecycle }, source()).length > 0).toBe(watched);
  });
});

describe("an SLO that no alarm can hold", () => {
  const availability = "at least 93.06, else not even an outage burns fast enough to page, and below 100";

  it.each<[ServiceLevel, string]>([
    [
      { availabilityPercent: 100 },
      `availabilityPercent must be ${availability}, got 100; choose another availability`,
    ],
    [
      { availabilityPercent: 0 },
      `availabilityPercent must be ${availability}, got 0; choose another availability`,
    ],
    [
      { availabilityPercent: 93.05 },
      `availabilityPercent must be ${availability}, got 93.05; choose another availability`,
    ],
    [
      { availabilityPercent: NaN },
      `availabilityPercent must be ${availability}, got NaN; choose another availability`,
    ],
    [
      { freshnessSeconds: 0 },
      "freshnessSeconds must be 60 to 604800 seconds, how far an alarm of CloudWatch looks back, got 0; choose another freshness",
    ],
    [
      { freshnessSeconds: 604_801 },
      "freshnessSeconds must be 60 to 604800 seconds, how far an alarm of CloudWatch looks back, got 604801; choose another freshness",
    ],
    [
      { completenessPercent: 100 },
      "completenessPercent must be above 0 and below 100, got 100; choose another completeness",
    ],
    [
      { completenessPercent: 0 },
      "completenessPercent must be above 0 and below 100, got 0; choose another completeness",
    ],
    [{ lagSeconds: 0 }, "lagSeconds must be 1 to 86400 seconds, got 0; choose another lag"],
  ])("refuses %j", (slo, problem) => {
    expect(() => compileAlarms(promising(slo), source())).toThrow(
      `[orders/order-placed.v1] SloInvalid: order-placed.v1 ${problem}, or leave it out`,
    );
  });

  it("reports all of it at once", () => {
    const compile = () => compileAlarms(promising({ lagSeconds: -1, availabilityPercent: 101 }), source());

    expect(compile).toThrow(/availabilityPercent must be[^]*lagSeconds must be/);
  });

  it("takes the lowest objective that a page can notice", () => {
    expect(MIN_OBJECTIVE_PERCENT).toBe(93.06);
    expect(burnThreshold(93.05, 14.4)).toBeGreaterThanOrEqual(1);
  });
});

function s3(metricName: string) {
  return { namespace: "AWS/S3", metricName, dimensions: S3, statistic: "Sum" };
}

function insights(topic: string): string {
  return (
    'SELECT SUM(BytesInPerSec) FROM SCHEMA("AWS/Kafka", "Broker ID", "Cluster Name", Topic) ' +
    `WHERE "Cluster Name" = 'mesh-prod' AND Topic = '${topic}'`
  );
}
