import type { MetricQuery } from "../alarm";
import { CLOUDWATCH_LIMITS } from "../limits";
import type { Widget } from "./grid";

const CHART = { width: 6, height: 6 };
const FULL_WIDTH: number = CLOUDWATCH_LIMITS.dashboardColumns;

/** A line of a chart. */
export interface Series {
  readonly query: MetricQuery;
  readonly label: string;
  /** Only computed with. @default false */
  readonly hidden?: boolean;
}

/** What a chart shows. */
export interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
  /** A horizontal line: what the SLO allows. @default - none */
  readonly limit?: number;
}

/** A chart over time. */
export function chartWidget({ title, series, limit }: Chart, region: string): Widget {
  const annotations =
    limit === undefined ? {} : { annotations: { horizontal: [{ label: "SLO", value: limit }] } };
  return {
    type: "metric",
    ...CHART,
    properties: {
      title,
      region,
      view: "timeSeries",
      metrics: series.map(renderSeries),
      yAxis: { left: { min: 0 } },
      ...annotations,
    },
  };
}

/** Boxes that show the state of alarms: as many as CloudWatch needs for them. */
export function alarmWidgets(title: string, alarmArns: readonly string[], width = FULL_WIDTH): Widget[] {
  const perWidget = CLOUDWATCH_LIMITS.alarmsPerWidget;
  const parts = Math.ceil(alarmArns.length / perWidget);
  return Array.from({ length: parts }, (_, n) => ({
    type: "alarm",
    width,
    height: 2 + Math.ceil(Math.min(alarmArns.length, perWidget) / Math.ceil(width / 4)),
    properties: { title, alarms: alarmArns.slice(n * perWidget, (n + 1) * perWidget) },
  }));
}

/** Markdown over the whole width; what authors wrote in it must be escaped already. */
export function textWidget(lines: readonly string[]): Widget {
  return {
    type: "text",
    width: FULL_WIDTH,
    height: 1 + lines.length,
    properties: { markdown: lines.join("\n") },
  };
}

/** Metrics in a widget, as CloudWatch counts them. */
export function metricsIn({ properties }: Widget): number {
  const { metrics } = properties;
  return Array.isArray(metrics) ? metrics.length : 0;
}

function renderSeries({ query, label, hidden }: Series): unknown[] {
  const shown = hidden ? { visible: false } : {};
  const common = { id: query.id, label, period: query.periodSeconds, ...shown };
  const { metric, expression } = query;
  if (metric === undefined) return [{ expression, ...common }];
  const { namespace, metricName, dimensions, statistic } = metric;
  return [namespace, metricName, ...Object.entries(dimensions).flat(), { stat: statistic, ...common }];
}
