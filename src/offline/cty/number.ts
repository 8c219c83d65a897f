import type { Path } from "../model";
import { CtyError, kindOf } from "./error";

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const MAX_DIGITS = 1000;
const MAX_UINT64 = 2n ** 64n - 1n;
const MIN_INT64 = -(2n ** 63n);

/**
 * A number as JavaScript holds it: a bigint for an integer beyond 2^53, a number otherwise. Terraform sends
 * what no 64-bit float holds exactly as decimal text; a fraction is rounded to the nearest float here.
 *
 * @throws CtyError when it is not a number.
 */
export function decodeNumber(raw: unknown, path: Path): number | bigint {
  if (typeof raw === "number" && Number.isFinite(raw)) return raw;
  if (typeof raw === "bigint") return narrow(raw);
  if (typeof raw === "string" && raw.length <= MAX_DIGITS) {
    if (INTEGER.test(raw)) return narrow(BigInt(raw.startsWith("+") ? raw.slice(1) : raw));
    const number = DECIMAL.test(raw) ? Number(raw) : Number.NaN;
    if (Number.isFinite(number)) return number;
  }
  throw new CtyError(path, `a number is required, not ${kindOf(raw)}`);
}

function narrow(integer: bigint): number | bigint {
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : integer;
}

/**
 * What is put on the wire for a number. A fraction goes as decimal text: Terraform reads that with its own
 * precision, so `0.1` comes back as the `0.1` of the configuration and not as the float next to it.
 *
 * @throws CtyError when it is not a finite number.
 */
export function encodeNumber(value: unknown, path: Path): number | bigint | string {
  if (typeof value === "bigint") return value >= MIN_INT64 && value <= MAX_UINT64 ? value : value.toString();
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new CtyError(path, `a finite number is required, not ${kindOf(value)}`);
  }
  if (Number.isSafeInteger(value)) return value;
  return String(value);
}
