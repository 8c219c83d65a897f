import { z } from "zod";
import {
  ACCOUNT_PATTERN,
  IDENTIFIERS,
  REGION_PATTERN,
  SQL_IDENTIFIER_PATTERN,
  type IdentifierKind,
} from "../../names";

/** A name of that kind: the pattern and length of `src/names`, so that editors check them too. */
export function named(kind: IdentifierKind, description: string) {
  const { pattern, maxLength } = IDENTIFIERS[kind];
  return z.string().max(maxLength).regex(new RegExp(pattern)).describe(description);
}

/** One line of text for people: no control characters. */
export function line(description: string, maxLength = 500) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)
    .describe(description);
}

/** `5m`, `36h`, `400d`. */
export const duration = (description: string) =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,5}[smhd]$/)
    .describe(`${description} A whole number and s, m, h or d, such as 5m or 400d.`);

/** `2027-06-30`: the last day on which something holds, in UTC. */
export const date = (description: string) =>
  z
    .string()
    .regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)
    .describe(`${description} A date such as 2027-06-30, UTC; the day itself is included.`);

export const team = (description: string) =>
  z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe(description);

export const email = (description: string) =>
  z
    .string()
    .max(254)
    .regex(/^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/)
    .describe(description);

export const httpsUrl = (description: string) =>
  z
    .string()
    .max(500)
    .regex(/^https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[A-Za-z0-9._~/%#?&=+-]*)?$/)
    .describe(description);

export const hostName = (description: string) =>
  z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/)
    .describe(description);

export const account = (description: string) =>
  z.string().regex(new RegExp(ACCOUNT_PATTERN)).describe(`${description} Twelve digits, quoted.`);

export const region = (description: string) =>
  z.string().max(20).regex(new RegExp(REGION_PATTERN)).describe(`${description} Such as eu-central-1.`);

export const sqlName = (description: string) =>
  z.string().max(63).regex(new RegExp(SQL_IDENTIFIER_PATTERN)).describe(description);

export const wholeNumber = (description: string, min: number, max: number) =>
  z.int().min(min).max(max).describe(description);

export const percent = (description: string) => z.number().gt(0).lt(100).describe(description);

/** `users/user-profile`: a product of any domain. */
export const productReference = (description: string) =>
  z
    .string()
    .max(53)
    .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)
    .describe(description);
