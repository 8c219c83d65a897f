import fc from "fast-check";
import {
  CLOUDWATCH_LIMITS,
  compileAlarms,
  dashboardBody,
  fits,
  MAX_DASHBOARD_BYTES,
  placeRows,
  type DashboardInput,
  type MonitoredProduct,
  type PlacedWidget,
  type SignalSource,
  type Widget,
} from "../../../constructs/monitoring";
import { DEV_SOURCE, ORDER_PLACED, source } from "./support/products";

function input(
  products: readonly MonitoredProduct[],
  from: SignalSource = source(),
  ownerTeam = "orders",
): DashboardInput {
  return {
    source: from,
    ownerTeam,
    runbooks: { site: from.site, domain: from.domain },
    products: products.map((product) => ({ product, alarms: compileAlarms(product, from) })),
  };
}

const many = (count: number): MonitoredProduct[] =>
  Array.from({ length: count }, (_, n) => ({ ...ORDER_PLACED, product: `product-${n}` }));

const titles = (widgets: readonly PlacedWidget[]): unknown[] =>
  widgets.map(({ properties }) => properties.title);
const text = (widget: PlacedWidget | undefined): string => String(widget?.properties.markdown);

function overlap(a: PlacedWidget, b: PlacedWidget): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function expectOnGrid(widgets: readonly PlacedWidget[]): void {
  for (const { x, y, width, height } of widgets) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(width).toBeGreaterThanOrEqual(1);
    expect(height).toBeGreaterThanOrEqual(1);
    expect(x + width).toBeLessThanOrEqual(CLOUDWATCH_LIMITS.dashboardColumns);
  }
  // Widgets are placed from top to bottom, so that only near ones can overlap.
  widgets.forEach((widget, n) => {
    expect(widgets.slice(n + 1, n + 30).filter((other) => overlap(widget, other))).toEqual([]);
  });
}

describe("a domain's dashboard", () => {
  it("places any widgets without overlap, within 24 columns", () => {
    const widget = fc.record({
      type: fc.constant("text" as const),
      width: fc.integer({ min: 1, max: 24 }),
      height: fc.integer({ min: 1, max: 9 }),
      properties: fc.constant({}),
    });
    fc.assert(
      fc.property(fc.array(fc.array(widget, { maxLength: 12 }), { maxLength: 6 }), (rows: Widget[][]) => {
        expectOnGrid(placeRows(rows));
      }),
    );
  });

  it("stays on the grid and below every limit, however many products there are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(source(), source(undefined, 3), DEV_SOURCE),
        (count, from) => {
          const body = dashboardBody(input(many(count), from));

          expectOnGrid(body.widgets);
          expect(body.widgets.length).toBeLessThanOrEqual(500);
          expect(Buffer.byteLength(body.json)).toBeLessThanOrEqual(MAX_DASHBOARD_BYTES);
          expect(new Set(titles(body.widgets).filter(Boolean)).size).toBe(
            titles(body.widgets).filter(Boolean).length,
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  it("shows less of each product as there are more of them", () => {
    const level = (count: number) => dashboardBody(input(many(count))).level;

    expect([1, 20, 100, 400, 2000].map(level)).toEqual(["charts", "charts", "alarms", "summary", "summary"]);
    expect(text(dashboardBody(input(many(2000))).widgets[0])).toContain(
      "Products: 2000. [All alarms](https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1" +
        "#alarmsV2:) start with mesh/prod/orders/\nThere are more products than a dashboard has room for.",
    );
    expect(MAX_DASHBOARD_BYTES).toBe(262_144);
  });

  it("counts widgets and metrics as CloudWatch does", () => {
    const chart = (metrics: number): PlacedWidget => ({
      ...{ type: "metric", x: 0, y: 0, width: 6, height: 6 },
      properties: { metrics: Array.from({ length: metrics }, () => []) },
    });
    const taken = (count: number, metrics: number) =>
      fits({ json: "", level: "charts", widgets: Array.from({ length: count }, () => chart(metrics)) });

    expect([taken(500, 1), taken(501, 1)]).toEqual([true, false]);
    expect([taken(1, 500), taken(1, 501)]).toEqual([true, false]);
    expect([taken(5, 500), taken(6, 500)]).toEqual([true, false]);
  });

  it("has rows for SLO, errors, freshness, throughput, consumers and storage", () => {
    const { widgets } = dashboardBody(input([ORDER_PLACED]));

    expect(titles(widgets)).toEqual([
      undefined,
      undefined,
      "order-placed.v1 alarms",
      "order-placed.v1 failed share, 1 h",
      "order-placed.v1 errors",
      "order-placed.v1 new objects",
      "order-placed.v1 bucket traffic",
      "order-placed.v1 topic traffic",
      "order-placed.v1 dead letters",
      "order-placed.v1 lag in seconds",
      "order-placed.v1 lag in records",
      "bucket bytes",
      "bucket objects",
      undefined,
    ]);
    expect(widgets[3]?.properties.annotations).toEqual({ horizontal: [{ label: "SLO", value: 0.001 }] });
    expect(widgets[9]?.properties).toMatchObject({
      region: "eu-central-1",
      metrics: [
        [
          "AWS/Kafka",
          "EstimatedMaxTimeLag",
          ...["Cluster Name", "mesh-prod"],
          ...["Consumer Group", "analytics.reader.main"],
          ...["Topic", "orders.order-placed.v1"],
          { stat: "Maximum", id: "lag0", label: "analytics/reader", period: 300 },
        ],
      ],
      annotations: { horizontal: [{ label: "SLO", value: 120 }] },
    });
  });

  it("shows the state of every alarm", () => {
    const alarms = dashboardBody(input([ORDER_PLACED])).widgets.find(({ type }) => type === "alarm");
    const prefix = "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:mesh/prod/orders/order-placed.v1/";

    expect(alarms?.properties.alarms).toEqual(
      [
        "availability/burn-quick",
        "availability/burn-slow",
        "client-errors",
        "stale-bucket",
        "silent-topic",
        "lag-time/analytics/reader",
        "lag-growth/analytics/reader",
        "dead-letters",
      ].map((signal) => `${prefix}${signal}`),
    );
  });

  it("says what is promised, what is not watched and what alarms mean", () => {
    const { widgets } = dashboardBody(input([ORDER_PLACED], DEV_SOURCE));

    expect(text(widgets[1])).toContain(
      "active. Promised: availability 99.9%, freshness 300 s, lag 120 s, completeness 99.5%.",
    );
    expect(text(widgets[1])).toContain("Not watched: lagSeconds, since the environment has no MSK cluster");
    expect(text(widgets.at(-1))).toContain("- **stale-bucket**: no new object in time");
  });

  it("leaves retired products out and shows drafts without alarms", () => {
    const retired = { ...ORDER_PLACED, product: "old", lifecycle: "retired" as const };
    const draft = { ...ORDER_PLACED, lifecycle: "draft" as const };
    const { json, widgets } = dashboardBody(input([retired, draft]));

    expect(json).not.toContain("old");
    expect(text(widgets[1])).toContain("draft, without alarms.");
    expect(widgets.filter(({ type }) => type === "alarm")).toEqual([]);
  });

  it("shows an owner's name as text", () => {
    const { widgets, json } = dashboardBody(input([], source(), "[x](y) <b>"));

    expect(text(widgets[0])).toContain("Owner: **\\[x\\]\\(y\\) &lt;b&gt;**.");
    expect(json).not.toContain("<");
  });

  it("splits the alarms of a product with very many consumers over several boxes", () => {
    const consumers = Array.from({ length: 60 }, (_, n) => ({ domain: "analytics", app: `app-${n}` }));
    const busy = { ...ORDER_PLACED, topic: { consumers, deadLetter: true } };
    const boxes = dashboardBody(input([busy])).widgets.filter(({ type }) => type === "alarm");

    expect(boxes.map(({ properties }) => (properties.alarms as unknown[]).length)).toEqual([100, 26]);
  });

  it("is the same for the same input", () => {
    expect(dashboardBody(input(many(7))).json).toBe(dashboardBody(input(many(7))).json);
  });
});
