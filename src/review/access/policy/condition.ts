import { joined, listed, say, type Text } from "../../model";
import { arnCovers, covers } from "./glob";

/** One condition of a statement; all of them have to hold. */
export interface Condition {
  /** `StringLike`, `ForAnyValue:StringEquals`, `BoolIfExists`. */
  readonly operator: string;
  /** As it is written; case does not count. */
  readonly key: string;
  /** Sorted, without repeats. */
  readonly values: readonly string[];
}

/** Keys that say which part of a thing a statement is about: each of their values is a part of its own. */
const NARROWING = /^s3:prefix$/i;

/** True for a condition that names parts of a thing, any one of which will do. */
export const namesParts = ({ operator, key }: Condition): boolean =>
  NARROWING.test(key) && /^String(Equals|Like)$/.test(operator);

/** The same conditions once for each part that they name. */
export function perPart(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  const narrowing = conditions.find(namesParts);
  if (narrowing === undefined) return [conditions];
  return narrowing.values.map((value) =>
    conditions.map((each) => (each === narrowing ? { ...each, values: [value] } : each)),
  );
}

type Same = (wide: string, narrow: string) => boolean;

interface Operator {
  /** What it says of the key. */
  readonly words: string;
  /** True when more values leave less. */
  readonly negative?: boolean;
  /** When a value stands for another one. @default - equality */
  readonly stands?: Same;
}

/** Source: IAM user guide, "IAM JSON policy elements: Condition operators". */
const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { words: "is" },
  StringNotEquals: { words: "is not", negative: true },
  StringEqualsIgnoreCase: { words: "is, in any case," },
  StringNotEqualsIgnoreCase: { words: "is not, in any case,", negative: true },
  StringLike: { words: "is like", stands: covers },
  StringNotLike: { words: "is not like", negative: true, stands: covers },
  ArnEquals: { words: "is like", stands: arnCovers },
  ArnLike: { words: "is like", stands: arnCovers },
  ArnNotEquals: { words: "is not like", negative: true, stands: arnCovers },
  ArnNotLike: { words: "is not like", negative: true, stands: arnCovers },
  NumericEquals: { words: "is" },
  NumericNotEquals: { words: "is not", negative: true },
  NumericLessThan: { words: "is less than" },
  NumericLessThanEquals: { words: "is at most" },
  NumericGreaterThan: { words: "is more than" },
  NumericGreaterThanEquals: { words: "is at least" },
  DateEquals: { words: "is" },
  DateNotEquals: { words: "is not", negative: true },
  DateLessThan: { words: "is before" },
  DateLessThanEquals: { words: "is not after" },
  DateGreaterThan: { words: "is after" },
  DateGreaterThanEquals: { words: "is not before" },
  Bool: { words: "is" },
  BinaryEquals: { words: "is" },
  IpAddress: { words: "is in" },
  NotIpAddress: { words: "is not in", negative: true },
};

/** `ForAnyValue:StringLikeIfExists` in its three parts. */
const FORM = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;

const SETS: Readonly<Record<string, string>> = { ForAnyValue: "any ", ForAllValues: "every " };

function partsOf(operator: string): { readonly set?: string; readonly base: string; readonly lax: boolean } {
  const [, set, base = operator, lax] = FORM.exec(operator) ?? [];
  return { ...(set !== undefined && { set }), base, lax: lax !== undefined };
}

/** True when it is certain that `wide` holds whenever `narrow` does. */
export function impliesAll(narrow: readonly Condition[], wide: readonly Condition[]): boolean {
  return wide.every((condition) => narrow.some((other) => implies(other, condition)));
}

function implies(narrow: Condition, wide: Condition): boolean {
  if (narrow.key.toLowerCase() !== wide.key.toLowerCase()) return false;
  // A key that is not there passes with IfExists: what holds without it holds with it.
  if (wide.operator !== narrow.operator && wide.operator !== `${narrow.operator}IfExists`) return false;

  const { negative = false, stands = (a, b) => a === b }: Partial<Operator> =
    OPERATORS[partsOf(wide.operator).base] ?? {};
  if (OPERATORS[partsOf(wide.operator).base] === undefined) return sameValues(narrow.values, wide.values);
  const within = (values: readonly string[], others: readonly string[]): boolean =>
    values.every((value) => others.some((other) => stands(other, value)));
  return negative ? within(wide.values, narrow.values) : within(narrow.values, wide.values);
}

const sameValues = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** The same for equal conditions, in whatever order and case of keys. */
export const conditionsKey = (conditions: readonly Condition[]): string =>
  JSON.stringify(
    conditions
      .map(({ operator, key, values }) => [operator, key.toLowerCase(), ...values].join("\u0000"))
      .sort(),
  );

/** `aws:SourceVpc is vpc-1 and aws:SecureTransport is true`. */
export function conditionsText(conditions: readonly Condition[]): Text {
  return joined([...conditions].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(conditionText), " and ");
}

const order = ({ operator, key }: Condition): string => `${key}\u0000${operator}`;

/** `aws:SourceVpc is vpc-1`. */
export function conditionText({ operator, key, values }: Condition): Text {
  const { set, base, lax } = partsOf(operator);
  const absent: Text = lax ? [" or absent"] : [];
  if (base === "Null" && values.length === 1 && set === undefined) {
    return [...say`${key} `, values[0] === "true" ? "is absent" : "is present"];
  }
  const known = OPERATORS[base];
  if (known === undefined) return say`${operator} ${key} ${listed(values, "or")}`;
  return [
    SETS[set ?? ""] ?? "",
    { code: key },
    ` ${known.words} `,
    ...listed(values, "or"),
    ...absent,
  ].filter((part) => part !== "");
}
