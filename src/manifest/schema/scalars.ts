import { z } from "zod";
import {
  ACCOUNT_PATTERN,
  IDENTIFIERS,
  isReserved,
  REGION_PATTERN,
  RISK_HASH_PATTERN,
  SQL_IDENTIFIER_PATTERN,
  type IdentifierKind,
} from "../../names";
import type { ManifestCode } from "../codes";
import { isCalendarDate } from "./calendar-date";
import { WORDS } from "./words";

/** A name of that kind: the pattern and length of `src/names`, so that editors check them too. */
export function named(kind: IdentifierKind, description: string) {
  const { pattern, maxLength } = IDENTIFIERS[kind];
  return z
    .string()
    .max(maxLength)
    .regex(new RegExp(pattern))
    .refine((name) => !isReserved(kind, name))
    .describe(description)
    .register(WORDS, { identifier: kind });
}

/** Control, invisible and text-reordering characters, written out so that every editor's regular expressions know them. */
const INVISIBLE =
  "\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u0600-\\u0605\\u061C\\u06DD\\u070F\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB";

/** One line of text for people: no control characters. */
export function line(description: string, maxLength = 500) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(new RegExp(`^[^${INVISIBLE}]*$`))
    .describe(description)
    .register(WORDS, { form: "one line of text" });
}

/** What a review prints where a reason has to be written, and whatever else holds the place of words only. */
const PLACEHOLDER = "[\\s.…?_-]+";

/** True for a text that only holds the place of words. */
export const isPlaceholder = (text: string): boolean => new RegExp(`^${PLACEHOLDER}$`).test(text);

/** Why something is accepted, for a person who reads it later. */
export const reason = (description: string) =>
  z
    .string()
    .min(1)
    .max(500)
    .regex(new RegExp(`^(?!${PLACEHOLDER}$)[^${INVISIBLE}]*$`))
    .describe(description)
    .register(WORDS, { form: "one line of text, in words", holdsPlaceOf: "the reason" });

/** `5m`, `36h`, `400d`; the longest is 99,999 days. */
export const duration = (description: string) => durationWith(description);

/** As {@link duration}, for how long data is kept. */
export const retention = (description: string) => durationWith(description, "RetentionInvalid");

const durationWith = (description: string, code?: ManifestCode) =>
  z
    .string()
    .regex(/^([1-9][0-9]{0,5}[smh]|[1-9][0-9]{0,4}d)$/)
    .describe(`${description} A whole number and s, m, h or d, such as 5m or 400d.`)
    .register(WORDS, { form: "a whole number from 1 and s, m, h or d, at most 99999d", example: "7d", code });

/** `2027-06-30`: the last day on which something holds, in UTC. */
export const date = (description: string) =>
  z
    .string()
    .regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)
    .refine(isCalendarDate)
    .describe(`${description} A date such as 2027-06-30, UTC; the day itself is included.`)
    .register(WORDS, { form: "a day that exists, as year-month-day", example: "2027-06-30" });

export const team = (description: string) =>
  z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe(description)
    .register(WORDS, { isName: true, form: KEBAB_FORM, example: "order-management" });

export const email = (description: string) =>
  z
    .string()
    .max(254)
    .regex(/^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/)
    .describe(description)
    .register(WORDS, { form: "an email address", example: "orders@example.com" });

export const httpsUrl = (description: string) =>
  z
    .string()
    .max(500)
    .regex(/^https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[A-Za-z0-9._~/%#?&=+-]*)?$/)
    .describe(description)
    .register(WORDS, {
      form: "a web address that starts with https://",
      example: "https://runbooks.example.com",
    });

export const hostName = (description: string) =>
  z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/)
    .describe(description)
    .register(WORDS, { form: "a host's name, without protocol, port and path", example: "db.example.com" });

export const account = (description: string) =>
  z
    .string()
    .regex(new RegExp(ACCOUNT_PATTERN))
    .describe(`${description} Twelve digits, quoted.`)
    .register(WORDS, { form: "twelve digits in quotes", example: '"111122223333"', code: "EnvMismatch" });

export const region = (description: string) =>
  z
    .string()
    .max(20)
    .regex(new RegExp(REGION_PATTERN))
    .describe(`${description} Such as eu-central-1.`)
    .register(WORDS, { form: "an AWS region", example: "eu-central-1" });

export const sqlName = (description: string) =>
  z.string().max(63).regex(new RegExp(SQL_IDENTIFIER_PATTERN)).describe(description).register(WORDS, {
    isName: true,
    form: "lower-case letters, digits and underscores, starting with a letter",
    example: "order_lines",
  });

export const wholeNumber = (description: string, min: number, max: number) =>
  z.int().min(min).max(max).describe(description);

export const percent = (description: string) =>
  z.number().gt(0).lt(100).describe(description).register(WORDS, { code: "SloInvalid" });

const KEBAB_FORM = "lower-case words of letters and digits joined by single hyphens";

/** `users/user-profile`: a product of any domain. */
export const productReference = (description: string) =>
  z
    .string()
    .max(53)
    .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)
    .describe(description)
    .register(WORDS, {
      isName: true,
      form: "domain/product, both as in their manifests",
      example: "users/user-profile",
    });

/** `loss:0123456789abcdef`: exactly what one stack would lose, or whom one domain breaks, as a review prints it. */
export const riskHash = () =>
  z
    .string()
    .regex(new RegExp(RISK_HASH_PATTERN))
    .describe("The hash that a review prints of what one stack would lose, or of what of one domain breaks.")
    .register(WORDS, {
      form: "loss: or breaks: and sixteen digits or letters from a to f",
      example: '"loss:0123456789abcdef"',
    });

/** `order-placed.v1`: one major of a product of the same domain. */
export const productKey = () =>
  z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*\.v[1-9][0-9]?$/)
    .describe("product.vN of this domain.")
    .register(WORDS, { isName: true, form: "product.vN", example: "order-placed.v1" });
