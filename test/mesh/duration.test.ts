import fc from "fast-check";
import { addDays, formatDuration, parseDuration } from "../../src/mesh";

describe("a duration", () => {
  it.each([
    ["90s", 90],
    ["5m", 300],
    ["36h", 129_600],
    ["400d", 34_560_000],
  ])("%s is %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(["", "0d", "7", "d", "1.5h", "-1d", "7 d", "7w", "1d1h"])("'%s' is none", (text) => {
    expect(() => parseDuration(text)).toThrow(
      new RangeError(`duration '${text}' must be a whole number from 1 and s, m, h or d`),
    );
  });

  it("is written in the largest unit that fits, and read back as the same", () => {
    expect([86_400, 3600, 60, 90, 129_600].map(formatDuration)).toEqual(["1d", "1h", "1m", "90s", "36h"]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });
});

describe("a date", () => {
  it("moves by whole days", () => {
    expect(addDays("2027-12-31", 86_400)).toBe("2028-01-01");
    expect(addDays("2027-01-01", 129_600)).toBe("2027-01-02");
  });
});
