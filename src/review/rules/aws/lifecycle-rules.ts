import { at, isFields, Secret, UNKNOWN, type Value } from "../../model";
import { numberOf } from "../../things";

/** One thing a lifecycle does, in the order of days or versions; `unknown` when only the apply will know. */
export type Limit = number | "unknown";

/** Objects a rule is about. */
export interface Scope {
  /** What their keys start with; empty for all. */
  readonly prefix: string;
  /** Tags and sizes, as JSON; empty for all. */
  readonly rest: string;
}

/** One rule that is enabled, or may be. */
export interface LifecycleRule {
  /** Where it stands. */
  readonly index: number;
  readonly scope: Scope;
  readonly values: Value;
}

/** What is measured of a rule; undefined when the rule does not do it. */
export type Measure = (rule: Value) => Limit | undefined;

/** The rules of a lifecycle that are enabled, or of which nobody can say it, in their order. */
export function rulesOn(values: Value): readonly LifecycleRule[] {
  const rules = at(values, "rule");
  if (!Array.isArray(rules)) return [];
  return (rules as readonly Value[]).flatMap((rule, index) =>
    isOn(at(rule, "status")) ? [{ index, scope: scopeOf(rule), values: rule }] : [],
  );
}

const isOn = (status: Value | undefined): boolean =>
  status === "Enabled" || status === UNKNOWN || status instanceof Secret;

function scopeOf(rule: Value): Scope {
  const filter = at(rule, "filter", 0);
  const all = at(filter, "and", 0);
  const prefix = [at(all, "prefix"), at(filter, "prefix"), at(rule, "prefix")].find(
    (value) => typeof value === "string" && value !== "",
  );
  return { prefix: typeof prefix === "string" ? prefix : "", rest: restOf(filter) + restOf(all) };
}

/** Conditions that leave out some objects below the prefix. */
function restOf(filter: Value | undefined): string {
  if (!isFields(filter)) return "";
  const others = Object.entries(filter).filter(([name, value]) => {
    return name !== "prefix" && name !== "and" && !isNothing(value);
  });
  return others.length === 0
    ? ""
    : JSON.stringify(
        others.sort(([a], [b]) => (a < b ? -1 : 1)),
        (_, item: unknown) => {
          return typeof item === "bigint" ? String(item) : item;
        },
      );
}

const isNothing = (value: Value): boolean =>
  value === null || value === "" || value === 0 || (Array.isArray(value) && value.length === 0);

/** A number of days or versions; zero is what older states hold for nothing. */
export function limitAt(rule: Value, ...path: readonly (string | number)[]): Limit | undefined {
  if (path.some((_, steps) => at(rule, ...path.slice(0, steps + 1)) === UNKNOWN)) return "unknown";
  const value = at(rule, ...path);
  const number = numberOf(value);
  return number === undefined || number === 0 ? undefined : number;
}

/** What the rules do first to some objects: the least of all that are about them. */
export function firstOf(rules: readonly LifecycleRule[], scope: Scope, measure: Measure): Limit | undefined {
  const limits = rules
    .filter((rule) => isAbout(rule.scope, scope))
    .flatMap(({ values }) => measure(values) ?? []);
  if (limits.includes("unknown")) return "unknown";
  return limits.length === 0 ? undefined : Math.min(...limits.map(Number));
}

/** True when the first is about all objects that the second is about. */
export const isAbout = (rule: Scope, { prefix, rest }: Scope): boolean =>
  prefix.startsWith(rule.prefix) && (rule.rest === "" || rule.rest === rest);

/** How something changes for some objects. */
export interface Shift {
  readonly scope: Scope;
  readonly before: Limit | undefined;
  readonly after: Limit | undefined;
  /** The rule that does it from now on, if one does. */
  readonly index?: number;
}

/** What changes for the objects that some rule is about, each change once: not again for what is below. */
export function shiftsOf(before: Value, after: Value, measure: Measure): readonly Shift[] {
  const [was, is] = [rulesOn(before), rulesOn(after)];
  const scopes = new Map(
    [...was, ...is].map(({ scope }) => [JSON.stringify([scope.prefix, scope.rest]), scope]),
  );
  const shifts = [...scopes.values()]
    .map((scope): Shift => {
      const index = is.find((rule) => isSame(rule.scope, scope) && measure(rule.values) !== undefined)?.index;
      return {
        ...{ scope, before: firstOf(was, scope, measure), after: firstOf(is, scope, measure) },
        ...(index !== undefined && { index }),
      };
    })
    .filter((shift) => shift.before !== shift.after);
  return shifts.filter((shift) => !shifts.some((other) => isBelow(shift, other))).sort(byScope);
}

const isSame = (one: Scope, other: Scope): boolean => one.prefix === other.prefix && one.rest === other.rest;

const isBelow = (one: Shift, other: Shift): boolean =>
  one !== other &&
  isAbout(other.scope, one.scope) &&
  one.before === other.before &&
  one.after === other.after;

const byScope = (a: Shift, b: Shift): number => (scopeText(a) < scopeText(b) ? -1 : 1);

const scopeText = ({ scope }: Shift): string => scope.prefix + scope.rest;
