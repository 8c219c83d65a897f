import { createHash } from "node:crypto";

/** The hash of the parts, in hexadecimal. Parts cannot run into each other. */
export function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** A version 4 UUID that is always the same for the same parts. */
export function uuid(...parts: readonly string[]): string {
  const hex = digest("uuid", ...parts);
  const variant = "89ab"[parseInt(hex[16] ?? "0", 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A unique id in IAM's form, such as `AROA2EXAMPLE3EXAMPLE4`: a prefix of four letters and 17 characters. */
export const iamUniqueId = (prefix: string, ...parts: readonly string[]): string =>
  prefix + characters(BASE32, 17, parts);

/** The six characters Secrets Manager puts behind a secret's name. */
export const secretSuffix = (...parts: readonly string[]): string => characters(LETTERS, 6, parts);

function characters(alphabet: string, length: number, parts: readonly string[]): string {
  const bytes = createHash("sha512").update(JSON.stringify(parts)).digest();
  return [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
