import { CLOUDWATCH_LIMITS, MAX_DASHBOARD_BYTES } from "../limits";
import { placeRows, type PlacedWidget, type Widget } from "./grid";
import { domainRows, type DashboardInput, type DashboardLevel } from "./rows";
import { metricsIn } from "./widgets";

/** From everything to the least; the first that CloudWatch takes is used. */
const LEVELS: readonly DashboardLevel[] = ["charts", "alarms", "summary"];

/** A dashboard as JSON, and how much of it there was room for. */
export interface DashboardBody {
  readonly json: string;
  readonly level: DashboardLevel;
  readonly widgets: readonly PlacedWidget[];
}

/** The dashboard of a domain: the same input gives the same bytes, and it always stays below CloudWatch's limits. */
export function dashboardBody(input: DashboardInput): DashboardBody {
  const bodies = LEVELS.map((level) => () => bodyOf(input, level));
  for (const build of bodies.slice(0, -1)) {
    const body = build();
    if (fits(body)) return body;
  }
  return bodyOf(input, "summary");
}

function bodyOf(input: DashboardInput, level: DashboardLevel): DashboardBody {
  const widgets = placeRows(domainRows(input, level));
  const json = JSON.stringify({ widgets: widgets.map(render) });
  // Nothing of it can end a script element, wherever the JSON is shown.
  return { json: json.replaceAll("<", "\\u003c"), level, widgets };
}

/** True when CloudWatch takes the dashboard. */
export function fits({ json, widgets }: DashboardBody): boolean {
  const metrics = widgets.map(metricsIn);
  return (
    widgets.length <= CLOUDWATCH_LIMITS.widgetsPerDashboard &&
    metrics.every((count) => count <= CLOUDWATCH_LIMITS.metricsPerWidget) &&
    metrics.reduce((sum, count) => sum + count, 0) <= CLOUDWATCH_LIMITS.metricsPerDashboard &&
    Buffer.byteLength(json) <= MAX_DASHBOARD_BYTES
  );
}

const render = ({
  type,
  x,
  y,
  width,
  height,
  properties,
}: PlacedWidget): Widget & { x: number; y: number } => ({
  type,
  x,
  y,
  width,
  height,
  properties,
});
