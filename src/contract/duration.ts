const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Seconds of the units that contracts use, in lower case: those the standard names (`d, day, days`, `y, yr, years`), and
 * ISO 8601's letters. `m` is a month there, a minute only behind a `T`; so it is here, too. Months count 30 days, years
 * 365.
 */
export const DURATION_UNITS: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, ["s", "sec", "second", "seconds"]],
      [MINUTE, ["min", "minute", "minutes"]],
      [HOUR, ["h", "hr", "hour", "hours"]],
      [DAY, ["d", "day", "days"]],
      [7 * DAY, ["w", "wk", "week", "weeks"]],
      [30 * DAY, ["m", "mo", "month", "months"]],
      [365 * DAY, ["y", "yr", "year", "years"]],
    ] as const
  ).flatMap(([seconds, names]) => names.map((name): [string, number] => [name, seconds])),
);

const WRITTEN = /^(\d+(?:\.\d+)?)\s*([a-z]+)?$/;
const ISO = /^p(?:(\d+)([ymwd])|t(\d+)([hs]))$/;

/**
 * `7` and `d`, `"7d"`, `"7 days"` or `"P7D"` in seconds; undefined for what is no duration.
 *
 * @param unit of a value that does not carry its own
 */
export function durationSeconds(value: unknown, unit?: string): number | undefined {
  const written = String(value).trim().toLowerCase();
  const iso = ISO.exec(written);
  const [, amount, ownUnit] =
    iso === null ? (WRITTEN.exec(written) ?? []) : [, iso[1] ?? iso[3], iso[2] ?? iso[4]];
  const seconds = DURATION_UNITS.get((ownUnit ?? unit ?? "").toLowerCase());
  return amount === undefined || seconds === undefined ? undefined : Number(amount) * seconds;
}
