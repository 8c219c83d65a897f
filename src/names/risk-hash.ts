/** What is accepted by a hash over exactly it: data that one stack would lose, readers of one domain who would break. */
export const RISKS = ["loss", "breaks"] as const;

/** A kind of what is accepted by a hash. */
export type Risk = (typeof RISKS)[number];

const DIGITS = 16;

/** `loss:0123456789abcdef`, `breaks:0123456789abcdef`. */
export const RISK_HASH_PATTERN = `^(${RISKS.join("|")}):[0-9a-f]{${DIGITS}}$`;

/** `loss:` and the first sixteen hexadecimal digits of a digest. */
export const riskHashName = (risk: Risk, digest: string): string => `${risk}:${digest.slice(0, DIGITS)}`;

/** The risk that a hash is of; undefined for what is no such hash. */
export function riskOf(hash: string): Risk | undefined {
  if (!new RegExp(RISK_HASH_PATTERN).test(hash)) return undefined;
  return RISKS.find((risk) => hash.startsWith(`${risk}:`));
}
