import { DAY } from "./duration";
import type { Seconds } from "./model";

/** The day that is `period` after `date`, in UTC; parts of a day are dropped. */
export function addDays(date: string, period: Seconds): string {
  const days = Math.floor(period / DAY);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY * 1000).toISOString().slice(0, 10);
}

/** The earlier of two dates of the form `YYYY-MM-DD`. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
