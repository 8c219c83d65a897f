import { CLOUDWATCH_LIMITS } from "../limits";

const HOUR = 3600;

/** A stretch of time as an alarm looks at it. */
export interface AlarmWindow {
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
}

/** Longer windows are cut into longer periods: CloudWatch bounds period × evaluation periods by the period. */
const PERIODS: readonly { readonly upTo: number; readonly periodSeconds: number }[] = [
  { upTo: HOUR, periodSeconds: 60 },
  { upTo: CLOUDWATCH_LIMITS.windowOfShortPeriods, periodSeconds: 300 },
  { upTo: CLOUDWATCH_LIMITS.windowOfLongPeriods, periodSeconds: HOUR },
];

/** The longest window that an alarm can look at, in seconds. */
export const MAX_WINDOW = CLOUDWATCH_LIMITS.windowOfLongPeriods;

/** Cuts `seconds`, at most `MAX_WINDOW`, into periods; it is rounded up to whole ones. */
export function alarmWindow(seconds: number): AlarmWindow {
  const { periodSeconds } = PERIODS.find(({ upTo }) => seconds <= upTo) ?? { periodSeconds: HOUR };
  return { periodSeconds, evaluationPeriods: Math.max(1, Math.ceil(seconds / periodSeconds)) };
}
