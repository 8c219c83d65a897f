import {
  CLOUDWATCH_LIMITS,
  DEFAULT_LOG_RETENTION_DAYS,
  DomainMonitoring,
  type AlarmDefinition,
  type DomainMonitoringProps,
} from "../../../constructs/monitoring";
import { DEV, PROD } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";
import { ORDER_PLACED } from "./support/products";

const ALERTS = "arn:aws:sns:eu-central-1:111122223333:mesh-prod-orders-alerts";
const PAGES = "arn:aws:sns:eu-central-1:111122223333:mesh-prod-alerts";

const props: DomainMonitoringProps = {
  environment: PROD,
  domain: "orders",
  ownerTeam: "order-management",
  alertTopicArn: ALERTS,
  pageTopicArn: PAGES,
  products: [ORDER_PLACED, { ...ORDER_PLACED, major: 2 }],
  runbookBaseUrl: "https://runbooks.example.com",
  brokerCount: 3,
};

const define = (more: Partial<DomainMonitoringProps> = {}) =>
  new DomainMonitoring(testStack(), "Monitoring", { ...props, ...more });
const synth = (more: Partial<DomainMonitoringProps> = {}) =>
  Template.from((stack) => new DomainMonitoring(stack, "Monitoring", { ...props, ...more }));
const alarmsIn = (template: Template) => template.resources("aws_cloudwatch_metric_alarm");
const alarmNamed = (template: Template, name: string): Record<string, unknown> => {
  const found = alarmsIn(template).find(({ args }) => args.alarm_name === name);
  if (found === undefined) throw new Error(`no alarm ${name}`);
  return found.args;
};

describe("DomainMonitoring", () => {
  const template = synth();

  it("says in every alarm whose it is, whom it hurts and what to do", () => {
    expect(alarmsIn(template)).toHaveLength(18);
    for (const { args } of alarmsIn(template)) {
      const label = /^mesh\/prod\/orders\/(order-placed\.v[12])\/([a-z-]+)/.exec(String(args.alarm_name));
      const page = `https://runbooks.example.com/orders/${label?.[1]}`;

      expect(args.alarm_description).toContain(
        `Domain: orders. Owner: order-management. Product: ${label?.[1]}.`,
      );
      expect(args.alarm_description).toContain(`\nRunbook: ${page}#${label?.[2]}`);
      expect(args.tags).toEqual({
        domain: "orders",
        owner: "order-management",
        product: label?.[1],
        severity: expect.stringMatching(/^(page|ticket)$/) as string,
        runbook: page,
      });
    }
  });

  it("sends tickets to the domain and pages to the platform too, when it starts and when it is over", () => {
    const ticket = alarmNamed(template, "mesh/prod/orders/order-placed.v1/dead-letters");
    const page = alarmNamed(template, "mesh/prod/orders/order-placed.v1/lag-time/analytics/reader");

    expect(ticket).toMatchObject({ alarm_actions: [ALERTS], ok_actions: [ALERTS] });
    expect(page).toMatchObject({ alarm_actions: [ALERTS, PAGES], ok_actions: [ALERTS, PAGES] });
    const alone = synth({ pageTopicArn: undefined });
    expect(alarmNamed(alone, "mesh/prod/orders/order-placed.v1/stale-bucket").alarm_actions).toEqual([
      ALERTS,
    ]);
  });

  it("says of every metric alarm what missing data means and how many periods must breach", () => {
    for (const { args } of alarmsIn(template)) {
      expect(args.treat_missing_data).toMatch(/^(breaching|notBreaching|ignore)$/);
      expect(args.datapoints_to_alarm).toBe(args.evaluation_periods);
    }
  });

  it("names alarms after any consumer, even one whose domain has a name that apps may not have", () => {
    const topic = { consumers: [{ domain: "admin", app: "reader" }], deadLetter: false };
    const found = alarmsIn(synth({ products: [{ ...ORDER_PLACED, topic }] }));

    expect(found.map(({ args }) => args.alarm_name)).toContain(
      "mesh/prod/orders/order-placed.v1/lag-time/admin/reader",
    );
  });

  it("needs no composite alarm, whose permissions would reach beyond the domain", () => {
    expect(template.count("aws_cloudwatch_composite_alarm")).toBe(0);
  });

  it("renders metrics, metric math and Metrics Insights queries as Terraform takes them", () => {
    const lag = alarmNamed(template, "mesh/prod/orders/order-placed.v1/lag-time/analytics/reader");
    const ratio = alarmNamed(template, "mesh/prod/orders/order-placed.v1/client-errors");
    const insights = alarmNamed(
      synth({ brokerCount: undefined }),
      "mesh/prod/orders/order-placed.v1/dead-letters",
    );

    expect(lag.metric_query).toEqual([
      {
        id: "lag",
        return_data: true,
        metric: {
          namespace: "AWS/Kafka",
          metric_name: "EstimatedMaxTimeLag",
          stat: "Maximum",
          period: 300,
          dimensions: {
            "Cluster Name": "mesh-prod",
            "Consumer Group": "analytics.reader.main",
            Topic: "orders.order-placed.v1",
          },
        },
      },
    ]);
    expect(ratio.metric_query).toEqual([
      expect.not.objectContaining({ return_data: true }),
      expect.not.objectContaining({ return_data: true }),
      { id: "ratio", expression: "IF(FILL(refused, 0) > 20, refused / requests, 0)", return_data: true },
    ]);
    expect(insights.metric_query).toEqual([
      {
        id: "bytes",
        expression: expect.stringMatching(/^SELECT /) as string,
        period: 300,
        return_data: true,
      },
    ]);
  });

  it("keeps logs for a year, encrypted with the domain's key", () => {
    const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    expect(DEFAULT_LOG_RETENTION_DAYS).toBe(365);
    expect(synth({ keyArn }).one("aws_cloudwatch_log_group").args).toMatchObject({
      name: "/mesh/prod/orders/apps",
      retention_in_days: 365,
      kms_key_id: keyArn,
    });
  });

  it("takes construct ids from products and signals alone", () => {
    const monitoring = define();
    const port = monitoring.node.findChild("order-placed.v1");

    expect(monitoring.node.children.map(({ node }) => node.id)).toEqual([
      "Logs",
      "order-placed.v1",
      "order-placed.v2",
      "Dashboard",
    ]);
    expect(port.node.children.map(({ node }) => node.id)).toContain("lag-time.analytics.reader");
  });

  it("links to the product's own runbook first, and to the dashboard last", () => {
    const own = { ...ORDER_PLACED, runbookUrl: "https://wiki.example.com/p.action?pageId=7" };
    const description = (more: Partial<DomainMonitoringProps>) =>
      alarmNamed(synth(more), "mesh/prod/orders/order-placed.v1/stale-bucket");

    expect(description({ products: [own] })).toMatchObject({
      alarm_description: expect.stringMatching(
        /\nRunbook: https:\/\/wiki\.example\.com\/p\.action\?pageId=7$/,
      ) as string,
      tags: { runbook: "https://wiki.example.com/p.action" },
    });
    expect(description({ runbookBaseUrl: undefined }).alarm_description).toContain(
      "\nRunbook: https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1" +
        "#dashboards/dashboard/mesh-prod-orders",
    );
  });

  it("lists what is promised and not watched", () => {
    expect(define().uncoveredSlos).toEqual([]);
    expect(define({ environment: DEV, products: [ORDER_PLACED] }).uncoveredSlos).toHaveLength(3);
  });

  it("tags and routes alarms that are added by hand like its own", () => {
    const late: AlarmDefinition = {
      signal: ["late"],
      severity: "page",
      summary: "order-placed.v1 is late",
      queries: [
        {
          id: "late",
          periodSeconds: 60,
          metric: { namespace: "Mesh/orders", metricName: "late", dimensions: {}, statistic: "Maximum" },
        },
      ],
      comparison: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 2,
      missingData: "missing",
    };
    const added = Template.from((stack) => {
      new DomainMonitoring(stack, "Monitoring", props).addAlarm(ORDER_PLACED, late);
    });

    expect(alarmNamed(added, "mesh/prod/orders/order-placed.v1/late")).toMatchObject({
      alarm_actions: [ALERTS, PAGES],
      treat_missing_data: "missing",
      tags: { domain: "orders", product: "order-placed.v1", severity: "page" },
    });
    expect(() => define().addAlarm(ORDER_PLACED, { ...late, evaluationPeriods: 0 })).toThrow(
      "[orders/Monitoring/order-placed.v1/late] alarm 'late' must evaluate a whole number of periods from 1, got 0",
    );
  });

  it("refuses hostile and impossible props, all at once", () => {
    const consumers = [{ domain: "analytics", app: "reader" }];
    const broken: Partial<DomainMonitoringProps> = {
      ownerTeam: "a${path.cwd}",
      runbookBaseUrl: "https://r.example.com/?x=1",
      logRetentionDays: 100,
      brokerCount: 0,
      products: [
        {
          ...ORDER_PLACED,
          topic: { consumers: [...consumers, ...consumers], deadLetter: true },
          slo: { availabilityPercent: 100 },
          runbookUrl: "https://x.example.com/`id`",
        },
        ORDER_PLACED,
      ],
    };

    expect(() => define(broken)).toThrow(
      [
        "TemplateInjection: ownerTeam 'a${path.cwd}' holds '${'; write it without",
        "runbookBaseUrl 'https://r.example.com/?x=1' must have no query or fragment, since pages are named below it",
        "logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, " +
          "2192, 2557, 2922, 3288, 3653, got 100",
        "brokerCount must be a whole number from 1, got 0",
        "Duplicate: product 'order-placed.v1' is given twice; remove one",
        "SloInvalid: order-placed.v1 availabilityPercent must be at least 93.06, else not even an outage burns fast " +
          "enough to page, and below 100, got 100; choose another availability, or leave it out",
        "TemplateInjection: order-placed.v1 runbookUrl 'https://x.example.com/`id`' holds '`'; write it without",
        "Duplicate: consumer 'analytics/reader' of order-placed.v1 is given twice; remove one",
      ]
        .map((problem) => `[orders/Monitoring] ${problem}`)
        .join("\n"),
    );
  });

  it("refuses to page a topic of another region, which CloudWatch cannot reach", () => {
    expect(() => define({ site: { ...PROD.site, region: "eu-west-1" } })).toThrow(
      "[orders/Monitoring] pageTopicArn is in region eu-central-1, but alarms in eu-west-1 notify topics of their own " +
        "region only; leave it out, or give a topic in eu-west-1",
    );
  });

  it("refuses names that are none", () => {
    expect(() => define({ domain: "Or ders" })).toThrow(/domain 'Or ders' must be lower-case words/);
    expect(() => define({ products: [{ ...ORDER_PLACED, major: 0 }] })).toThrow(
      "[orders/Monitoring] major version must be a whole number from 1 to 99, got 0",
    );
  });

  it("stays within the description that CloudWatch takes with the longest of everything", () => {
    const long = synth({
      domain: "d".repeat(20),
      ownerTeam: "o".repeat(128),
      runbookBaseUrl: `https://r.example.com/${"x".repeat(390)}`,
      products: [{ ...ORDER_PLACED, product: "p".repeat(32), major: 99 }],
    });

    for (const { args } of alarmsIn(long)) {
      expect(String(args.alarm_description).length).toBeLessThanOrEqual(CLOUDWATCH_LIMITS.description);
      expect(String(args.alarm_name).length).toBeLessThanOrEqual(255);
    }
  });
});
