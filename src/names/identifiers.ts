import { NameError } from "./name-error";
import { RESERVED_APPS, RESERVED_DOMAINS, RESERVED_ORGANISATIONS, RESERVED_PRODUCTS } from "./reserved";

/** What an author may name; every physical name is built from these alone. */
export type IdentifierKind = "organisation" | "environment" | "domain" | "product" | "app";

interface IdentifierRule {
  /** Anchored regular expression source, also written into the JSON Schemas. */
  readonly pattern: string;
  readonly maxLength: number;
  readonly shape: string;
  readonly reserved: ReadonlySet<string>;
}

const WORD = "^[a-z][a-z0-9]*$";
const KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
const KEBAB_SHAPE = "lower-case words of letters and digits joined by single hyphens, starting with a letter";
const WORD_SHAPE = "one lower-case word of letters and digits, starting with a letter";

/**
 * Organisation and environment are single words, so that `{org}-{env}-{domain}` splits in one way only.
 * Neither pattern admits `.`, `_`, `/` or `--`: those are the delimiters that end every prefix.
 */
export const IDENTIFIERS: Readonly<Record<IdentifierKind, IdentifierRule>> = {
  organisation: { pattern: WORD, maxLength: 12, shape: WORD_SHAPE, reserved: RESERVED_ORGANISATIONS },
  environment: { pattern: WORD, maxLength: 8, shape: WORD_SHAPE, reserved: new Set() },
  domain: { pattern: KEBAB, maxLength: 20, shape: KEBAB_SHAPE, reserved: RESERVED_DOMAINS },
  product: { pattern: KEBAB, maxLength: 32, shape: KEBAB_SHAPE, reserved: RESERVED_PRODUCTS },
  app: { pattern: KEBAB, maxLength: 32, shape: KEBAB_SHAPE, reserved: RESERVED_APPS },
};

/** The highest major version that fits the Postgres limit of 63 bytes beside the longest domain and product. */
export const MAX_MAJOR = 99;

const EXPRESSIONS = new Map<string, RegExp>(
  Object.values(IDENTIFIERS).map((rule) => [rule.pattern, new RegExp(rule.pattern)]),
);

/** One sentence that says why `value` is no valid identifier, or undefined when it is one. */
export function identifierProblem(kind: IdentifierKind, value: string): string | undefined {
  const rule = IDENTIFIERS[kind];
  if (value.length > rule.maxLength) {
    return `${kind} '${printable(value)}' has ${value.length} characters, at most ${rule.maxLength} are allowed`;
  }
  if (!EXPRESSIONS.get(rule.pattern)?.test(value)) {
    return `${kind} '${printable(value)}' must be ${rule.shape}`;
  }
  if (isReserved(kind, value)) {
    return `${kind} '${value}' is reserved; choose another name`;
  }
  return undefined;
}

/** True for names that a system behind the mesh keeps for itself, or that would be mistaken for another thing. */
export function isReserved(kind: IdentifierKind, value: string): boolean {
  if (IDENTIFIERS[kind].reserved.has(value)) return true;
  return kind === "domain" && (value.endsWith("-boundary") || value.startsWith("pg-"));
}

/**
 * Returns `value` unchanged.
 *
 * @throws NameError when it is not a valid identifier of that kind.
 */
export function identifier(kind: IdentifierKind, value: string): string {
  const problem = identifierProblem(kind, value);
  if (problem !== undefined) {
    const tooLong = value.length > IDENTIFIERS[kind].maxLength;
    throw new NameError(tooLong ? "NameTooLong" : "NameInvalid", problem);
  }
  return value;
}

/**
 * `v1` … `v99`.
 *
 * @throws NameError when `major` is not a whole number from 1 to 99.
 */
export function versionLabel(major: number): string {
  if (!Number.isInteger(major) || major < 1 || major > MAX_MAJOR) {
    throw new NameError(
      "NameInvalid",
      `major version must be a whole number from 1 to ${MAX_MAJOR}, got ${major}`,
    );
  }
  return `v${major}`;
}

function printable(value: string): string {
  return JSON.stringify(value.slice(0, 60)).slice(1, -1);
}
