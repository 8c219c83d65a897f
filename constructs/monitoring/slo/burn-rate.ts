import type { AlarmSeverity } from "../alarm";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** An alarm fires while the error budget burns `factor` times too fast over the window. */
export interface BurnRate {
  /** Part of the alarm's name. */
  readonly name: string;
  readonly severity: AlarmSeverity;
  readonly windowSeconds: number;
  readonly factor: number;
}

/**
 * The first and the last of the four rates of the Google SRE workbook, for a budget of 30 days: one notices an outage,
 * the other a slow leak.
 *
 * The workbook adds a short window to each, so that the alarm ends soon after the trouble. CloudWatch can join two
 * windows only in a composite alarm, and managing one takes permissions on all alarms of the account (API reference,
 * DescribeAlarms), which no domain has: an alarm that lasts up to its window is the smaller harm.
 */
export const BURN_RATES: readonly BurnRate[] = [
  { name: "burn-quick", severity: "page", windowSeconds: HOUR, factor: 14.4 },
  { name: "burn-slow", severity: "ticket", windowSeconds: 3 * DAY, factor: 1 },
];

const MAX_FACTOR = Math.max(...BURN_RATES.map(({ factor }) => factor));

/** Below this objective, in percent, a total outage would not burn fast enough for the quickest alarm. */
export const MIN_OBJECTIVE_PERCENT = Math.ceil((100 - 100 / MAX_FACTOR) * 100) / 100;

/** The share of failures, from 0 to 1, at which an objective's budget burns `factor` times too fast. */
export function burnThreshold(objectivePercent: number, factor: number): number {
  // Rounded, since 100 - 99.9 is no round number in binary and the threshold is read by people.
  return Number((((100 - objectivePercent) / 100) * factor).toFixed(9));
}
