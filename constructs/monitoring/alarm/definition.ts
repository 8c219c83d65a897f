/** `page` wakes somebody, `ticket` waits for working hours. */
export type AlarmSeverity = "page" | "ticket";

/** What a data point that is missing counts as. */
export type MissingData = "breaching" | "notBreaching" | "ignore" | "missing";

export type AlarmComparison =
  | "GreaterThanThreshold"
  | "GreaterThanOrEqualToThreshold"
  | "LessThanThreshold"
  | "LessThanOrEqualToThreshold";

export type MetricStatistic = "Average" | "Maximum" | "Minimum" | "Sum";

/** A metric of CloudWatch. */
export interface MetricReference {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: MetricStatistic;
}

/** One series that an alarm retrieves or computes. */
export interface MetricQuery {
  /** A lower-case letter, then letters, digits and `_`. */
  readonly id: string;
  /** Length of one data point in seconds. */
  readonly periodSeconds: number;
  /** @default - an expression */
  readonly metric?: MetricReference;
  /** Metric math over other ids, or a Metrics Insights query. @default - a metric */
  readonly expression?: string;
}

/** An alarm on metrics, as data: nothing in it depends on who owns it. */
export interface AlarmDefinition {
  /** What it watches: the last parts of its name, such as `["lag-time", "analytics", "reader"]`. */
  readonly signal: readonly string[];
  readonly severity: AlarmSeverity;
  /** One sentence without a final period, for whoever gets the message. */
  readonly summary: string;
  /** The alarm watches the last one. */
  readonly queries: readonly MetricQuery[];
  readonly comparison: AlarmComparison;
  readonly threshold: number;
  /** Periods looked at; all of them must breach. */
  readonly evaluationPeriods: number;
  readonly missingData: MissingData;
}

/** True for a query in the SQL of Metrics Insights. */
export const isInsights = ({ expression }: MetricQuery): boolean =>
  expression?.startsWith("SELECT ") ?? false;

/** The construct id of an alarm: `lag-time.analytics.reader`. */
export const signalId = (signal: readonly string[]): string => signal.join(".");
