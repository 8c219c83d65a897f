import { durationSeconds } from "../../src/contract/duration";

const DAY = 86_400;

describe("durations of contracts", () => {
  test.each([
    [7, "d", 7 * DAY],
    [7, "Days", 7 * DAY],
    ["7", "day", 7 * DAY],
    ["7d", undefined, 7 * DAY],
    ["7 days", undefined, 7 * DAY],
    [3, "y", 3 * 365 * DAY],
    [1, "m", 30 * DAY],
    [1, "month", 30 * DAY],
    [5, "min", 300],
    [1.5, "h", 5400],
    [2, "w", 14 * DAY],
    [10, "s", 10],
    ["P7D", undefined, 7 * DAY],
    ["P1M", "d", 30 * DAY],
    ["PT2H", undefined, 7200],
    ["7h", "d", 7 * 3600],
    [7, undefined, undefined],
    [7, "fortnights", undefined],
    ["soon", "d", undefined],
    [-1, "d", undefined],
    [null, "d", undefined],
    [true, "d", undefined],
  ])("%s %s is %s seconds", (value, unit, seconds) => {
    expect(durationSeconds(value, unit)).toBe(seconds);
  });
});
