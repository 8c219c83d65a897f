const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * What CloudWatch takes. Sources: API reference of PutMetricAlarm and MetricDataQuery, user guide on quotas, on alarms
 * on Metrics Insights queries, and on the dashboard body.
 */
export const CLOUDWATCH_LIMITS = {
  /** Periods shorter than a minute need metrics of high resolution, which AWS services do not write. */
  shortPeriods: [10, 20, 30] as readonly number[],
  /** Any other period is a multiple of it, in seconds. */
  periodStep: 60,
  /** Period × evaluation periods, in seconds, while the period is shorter than `longPeriod`. */
  windowOfShortPeriods: DAY,
  /** From this period on, in seconds, the longer window holds. */
  longPeriod: HOUR,
  /** Period × evaluation periods, in seconds, from `longPeriod` on. */
  windowOfLongPeriods: 7 * DAY,
  /** How far back an alarm on a Metrics Insights query looks, in seconds. */
  insightsWindow: 3 * HOUR,
  /** Metrics Insights queries in one request for metric data, which is what an alarm sends. */
  insightsQueries: 1,
  /** Metrics an alarm retrieves. */
  metricsPerAlarm: 10,
  /** Expressions an alarm computes. */
  expressionsPerAlarm: 10,
  /** SNS topics an alarm notifies per state. */
  actionsPerState: 5,
  /** Characters of an alarm's description. */
  description: 1024,
  /** Characters of a tag's value. */
  tagValue: 256,
  widgetsPerDashboard: 500,
  metricsPerWidget: 500,
  metricsPerDashboard: 2500,
  alarmsPerWidget: 100,
  dashboardColumns: 24,
} as const;

/** Alarms on Metrics Insights queries that an account may have per region before it asks for more. */
export const INSIGHTS_ALARMS_PER_REGION = 200;

/** Bytes of a dashboard body: a bound of our own, since AWS documents none and consoles get slow long before it. */
export const MAX_DASHBOARD_BYTES = 256 * 1024;

/** Days that CloudWatch Logs takes as retention (API reference, PutRetentionPolicy). */
export const LOG_RETENTION_DAYS: readonly number[] = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];
