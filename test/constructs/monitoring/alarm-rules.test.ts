import fc from "fast-check";
import {
  ALARM_RULES,
  alarmWindow,
  CLOUDWATCH_LIMITS,
  MAX_WINDOW,
  maxWindow,
  type AlarmDefinition,
  type MetricQuery,
} from "../../../constructs/monitoring";

const metric: MetricQuery = {
  id: "m1",
  periodSeconds: 300,
  metric: { namespace: "Mesh/orders", metricName: "late", dimensions: { app: "x" }, statistic: "Sum" },
};
const sql: MetricQuery = { id: "q1", periodSeconds: 300, expression: "SELECT SUM(x) FROM y" };

const valid: AlarmDefinition = {
  signal: ["late"],
  severity: "ticket",
  summary: "records come late",
  queries: [metric],
  comparison: "GreaterThanThreshold",
  threshold: 1,
  evaluationPeriods: 3,
  missingData: "missing",
};

const problems = (definition: AlarmDefinition): string[] =>
  ALARM_RULES.filter((rule) => !rule.holds(definition)).map((rule) => rule.problem(definition));

const withPeriod = (periodSeconds: number): Pick<AlarmDefinition, "queries"> => ({
  queries: [{ ...metric, periodSeconds }],
});

describe("alarms that CloudWatch takes", () => {
  it("has nothing against a plain alarm", () => {
    expect(problems(valid)).toEqual([]);
  });

  it.each<[string, Partial<AlarmDefinition>, string]>([
    [
      "a period of 45 s",
      withPeriod(45),
      "alarm 'late' has a period of 45 s; use 10, 20, 30 or a multiple of 60",
    ],
    [
      "a period of 0 s",
      withPeriod(0),
      "alarm 'late' has a period of 0 s; use 10, 20, 30 or a multiple of 60",
    ],
    [
      "more than a day in short periods",
      { evaluationPeriods: 289 },
      "alarm 'late' looks back 86700 s, at most 86400 s are possible with periods of 300 s; " +
        "shorten the window, or use periods of an hour or more",
    ],
    [
      "more than a week",
      { ...withPeriod(3600), evaluationPeriods: 169 },
      "alarm 'late' looks back 608400 s, at most 604800 s are possible with periods of 3600 s; " +
        "shorten the window, or use periods of an hour or more",
    ],
    [
      "a query over more than three hours",
      { queries: [sql], evaluationPeriods: 37 },
      "alarm 'late' looks back 11100 s, a Metrics Insights query at most 10800 s; " +
        "shorten the window, or name the metrics one by one",
    ],
    [
      "two Metrics Insights queries",
      { queries: [sql, { ...sql, id: "q2" }] },
      "alarm 'late' has several Metrics Insights queries, an alarm takes one; name the metrics one by one",
    ],
    [
      "eleven metrics",
      { queries: Array.from({ length: 11 }, (_, n) => ({ ...metric, id: `m${n}` })) },
      "alarm 'late' retrieves 11 metrics, at most 10 are possible",
    ],
    [
      "eleven expressions",
      {
        queries: Array.from({ length: 11 }, (_, n) => ({ id: `e${n}`, periodSeconds: 60, expression: "m1" })),
      },
      "alarm 'late' has 11 expressions, at most 10 are possible",
    ],
    [
      "mixed periods",
      { queries: [metric, { ...metric, id: "m2", periodSeconds: 60 }] },
      "alarm 'late' mixes periods; give all of its queries the same",
    ],
    [
      "an id twice",
      { queries: [metric, metric] },
      "alarm 'late' uses a query id twice; give each query its own",
    ],
    [
      "a wrong id",
      { queries: [{ ...metric, id: "1x" }] },
      "alarm 'late' has a query id that is not a lower-case letter, then letters, digits and '_'",
    ],
    [
      "neither metric nor expression",
      { queries: [{ id: "x", periodSeconds: 60 }] },
      "alarm 'late' needs queries that each hold a metric or an expression, not both",
    ],
    [
      "half a period",
      { evaluationPeriods: 0.5 },
      "alarm 'late' must evaluate a whole number of periods from 1, got 0.5",
    ],
    ["no number", { threshold: NaN }, "alarm 'late' must have a finite threshold, got NaN"],
    [
      "an interpolation in an expression",
      { queries: [{ id: "e", periodSeconds: 60, expression: "${path.cwd}" }] },
      "TemplateInjection: query '${path.cwd}' holds '${'; write it without",
    ],
    [
      "an interpolation in the summary",
      { summary: "{{ .Values }}" },
      "TemplateInjection: summary '{{ .Values }}' holds '{{'; write it without",
    ],
  ])("refuses %s", (_, change, problem) => {
    expect(problems({ ...valid, ...change })).toEqual([problem]);
  });

  it("keeps CloudWatch's limits as data", () => {
    expect(CLOUDWATCH_LIMITS).toMatchObject({
      windowOfShortPeriods: 86_400,
      windowOfLongPeriods: 604_800,
      insightsWindow: 10_800,
      metricsPerAlarm: 10,
      widgetsPerDashboard: 500,
    });
  });

  it("cuts every window into periods that cover it and that CloudWatch takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_WINDOW }), (seconds) => {
        const { periodSeconds, evaluationPeriods } = alarmWindow(seconds);
        const covered = periodSeconds * evaluationPeriods;

        expect(covered).toBeGreaterThanOrEqual(seconds);
        expect(covered - seconds).toBeLessThan(periodSeconds);
        expect(covered).toBeLessThanOrEqual(maxWindow(periodSeconds));
        expect(periodSeconds % 60).toBe(0);
      }),
    );
  });
});
