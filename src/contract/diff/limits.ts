import type { ContractField } from "../model";
import type { Change } from "./change";
import { isFormatALimit } from "./types";

/** Which values a field may have, by the names of the standard's `logicalTypeOptions`. */
export type LimitName =
  | ("maxLength" | "minLength" | "maximum" | "minimum" | "maxItems" | "minItems")
  | ("maxProperties" | "minProperties" | "multipleOf" | "pattern" | "format" | "uniqueItems" | "required");

/** One limit as a contract says it. */
interface Limit {
  readonly value: string | number;
  /** The value itself is not allowed. */
  readonly isExclusive: boolean;
}

interface Rule {
  readonly name: LimitName;
  /** Undefined when it limits nothing. */
  readonly read: (field: ContractField) => Limit | undefined;
  /** True when a value may come that could not come before; of two that differ. */
  readonly isLooser: (was: Limit, is: Limit) => boolean;
  /** How people read an exclusive one. */
  readonly exclusive?: string;
}

/** A limit that is new is tighter, one that is gone is looser; one that cannot be compared counts as looser. */
const RULES: readonly Rule[] = [
  { name: "maxLength", read: option("maxLength"), isLooser: isHigher },
  { name: "minLength", read: aboveZero("minLength"), isLooser: isLower },
  {
    name: "maximum",
    read: bound("maximum", "exclusiveMaximum", isLower),
    isLooser: isHigher,
    exclusive: "less than",
  },
  {
    name: "minimum",
    read: bound("minimum", "exclusiveMinimum", isHigher),
    isLooser: isLower,
    exclusive: "more than",
  },
  { name: "maxItems", read: option("maxItems"), isLooser: isHigher },
  { name: "minItems", read: aboveZero("minItems"), isLooser: isLower },
  { name: "maxProperties", read: option("maxProperties"), isLooser: isHigher },
  { name: "minProperties", read: aboveZero("minProperties"), isLooser: isLower },
  { name: "multipleOf", read: option("multipleOf"), isLooser: (was, is) => !isMultiple(is, was) },
  { name: "pattern", read: option("pattern"), isLooser: () => true },
  {
    name: "format",
    read: (field) => (isFormatALimit(field) ? limit(field.format) : undefined),
    isLooser: () => true,
  },
  { name: "uniqueItems", read: flag("uniqueItems"), isLooser: () => true },
  {
    name: "required",
    read: names("required"),
    isLooser: (was, is) => !namesIn(was).every((name) => namesIn(is).includes(name)),
  },
];

/** How the limits of a field moved. Of another type, they limit something else. */
export function compareLimits(was: ContractField, is: ContractField): Change[] {
  if (was.logicalType !== is.logicalType) return [];
  return RULES.flatMap((rule): Change[] => {
    const [old, now] = [rule.read(was), rule.read(is)];
    if (old?.value === now?.value && old?.isExclusive === now?.isExclusive) return [];
    const isLooser = now === undefined || (old !== undefined && rule.isLooser(old, now));
    const [before, after] = [old && textOf(old, rule), now && textOf(now, rule)];
    return [{ kind: isLooser ? "limitLoosened" : "limitTightened", limit: rule.name, before, after }];
  });
}

function limit(value: unknown, isExclusive = false): Limit | undefined {
  return typeof value === "string" || typeof value === "number" ? { value, isExclusive } : undefined;
}

function option(name: string): Rule["read"] {
  return ({ options = {} }) => limit(options[name]);
}

/** At least none is no limit. */
function aboveZero(name: string): Rule["read"] {
  return ({ options = {} }) => (options[name] === 0 ? undefined : limit(options[name]));
}

function flag(name: string): Rule["read"] {
  return ({ options = {} }) => (options[name] === true ? limit("true") : undefined);
}

function names(name: string): Rule["read"] {
  return ({ options = {} }) => {
    const found = options[name];
    return typeof found === "object" && found.length > 0 ? limit([...found].sort().join(", ")) : undefined;
  };
}

/** An exclusive bound is a switch beside the bound up to v3.0, a bound of its own since v3.1: the tighter one counts. */
function bound(name: string, exclusiveName: string, isTighter: Rule["isLooser"]): Rule["read"] {
  return ({ options = {} }) => {
    const { [name]: value, [exclusiveName]: beside } = options;
    const said = limit(value, beside === true);
    const exclusive = limit(beside, true);
    if (said === undefined || exclusive === undefined) return said ?? exclusive;
    return said.value === exclusive.value || isTighter(said, exclusive) ? exclusive : said;
  };
}

function isHigher(was: Limit, is: Limit): boolean {
  if (was.value === is.value) return was.isExclusive;
  return !isComparable(was, is) || is.value > was.value;
}

function isLower(was: Limit, is: Limit): boolean {
  if (was.value === is.value) return was.isExclusive;
  return !isComparable(was, is) || is.value < was.value;
}

/** Numbers, and dates or times of day, which compare as text. */
function isComparable(was: Limit, is: Limit): boolean {
  return [was, is].every(({ value }) => typeof value === "number") || [was, is].every(isTime);
}

const isTime = ({ value }: Limit): boolean =>
  typeof value === "string" && /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})/.test(value);

/** In fractions, as 0.3 of 0.1, division leaves a rest that is none. */
function isMultiple({ value }: Limit, { value: of }: Limit): boolean {
  const times = Number(value) / Number(of);
  return Math.abs(times - Math.round(times)) < 1e-9;
}

const namesIn = ({ value }: Limit): readonly string[] => String(value).split(", ");

const textOf = ({ value, isExclusive }: Limit, { exclusive = "" }: Rule): string =>
  isExclusive ? `${exclusive} ${value}` : String(value);
