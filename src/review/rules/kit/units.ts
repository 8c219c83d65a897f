import { formatDuration } from "../../../mesh";

const SIZES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;

/** `604800000` is `7d`; what is less than a second, or no whole number of them, stays in milliseconds. */
export const millisecondsText = (ms: number): string =>
  ms > 0 && ms % 1000 === 0 ? formatDuration(ms / 1000) : `${ms}ms`;

/** `1073741824` is `1GiB`; the largest unit that leaves a whole number. */
export function bytesText(bytes: number): string {
  let [left, unit] = [bytes, 0];
  while (left >= 1024 && left % 1024 === 0 && unit < SIZES.length - 1) {
    left /= 1024;
    unit += 1;
  }
  return `${left}${SIZES[unit] ?? "B"}`;
}
