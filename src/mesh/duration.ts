import type { Seconds } from "./model";

const UNITS: Readonly<Record<string, Seconds>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const DURATION = /^([1-9][0-9]*)([smhd])$/;

/** Seconds of one day. */
export const DAY: Seconds = 86_400;
/** Seconds of one hour. */
export const HOUR: Seconds = 3600;

/**
 * `5m` is 300 seconds, `400d` is 34,560,000.
 *
 * @throws RangeError when `text` is no whole number from 1 followed by `s`, `m`, `h` or `d`.
 */
export function parseDuration(text: string): Seconds {
  const [, count, unit] = DURATION.exec(text) ?? [];
  const seconds = unit === undefined ? undefined : UNITS[unit];
  if (count === undefined || seconds === undefined) {
    throw new RangeError(`duration '${text.slice(0, 40)}' must be a whole number from 1 and s, m, h or d`);
  }
  return Number(count) * seconds;
}

/** The shortest text that means `seconds`: `86400` is `1d`, `90` is `90s`. */
export function formatDuration(seconds: Seconds): string {
  const [unit, size] = Object.entries(UNITS).findLast(([, each]) => seconds % each === 0) ?? ["s", 1];
  return `${seconds / size}${unit}`;
}
