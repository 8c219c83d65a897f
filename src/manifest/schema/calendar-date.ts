const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** True for a day that exists, as `YYYY-MM-DD`: `2027-02-30` does not. */
export function isCalendarDate(date: string): boolean {
  const time = DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
