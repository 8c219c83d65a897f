import { conditionsKey } from "./condition";
import { stable, type Choice, type Statement } from "./document";

/** Statements of two policies, those that are one brought together. */
export interface Pairs {
  readonly removed: readonly Statement[];
  readonly added: readonly Statement[];
  /** One statement before and after, not the same. */
  readonly changed: readonly (readonly [Statement, Statement])[];
}

/** More comparisons than this are not made: no policy that AWS takes has as many statements. */
const MAX_COMPARISONS = 250_000;

/** Statements that have at least this much in common are taken for one. From 0 to 1. */
const ALIKE = 0.5;

/** Pairs the statements by what they say, then by `Sid`, then by what they have most in common. */
export function paired(before: readonly Statement[], after: readonly Statement[]): Pairs {
  const exact = match(before, after, fullKey);
  const repeated = new Set([...repeats(exact.before), ...repeats(exact.after)]);
  const byName = match(exact.before, exact.after, ({ sid = "" }) => (repeated.has(sid) ? undefined : sid));
  const byLooks = bestMatches(byName.before, byName.after);
  return {
    removed: byLooks.before,
    added: byLooks.after,
    changed: [...byName.pairs, ...byLooks.pairs],
  };
}

/** Names that several statements have, and no name at all: they tell nothing apart. */
function repeats(statements: readonly Statement[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set([""]);
  for (const { sid = "" } of statements) {
    if (seen.has(sid)) again.add(sid);
    seen.add(sid);
  }
  return [...again];
}

interface Matched {
  readonly pairs: readonly (readonly [Statement, Statement])[];
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

function match(
  before: readonly Statement[],
  after: readonly Statement[],
  keyOf: (statement: Statement) => string | undefined,
): Matched {
  const waiting = new Map<string, Statement[]>();
  for (const statement of after) {
    const key = keyOf(statement);
    if (key === undefined) continue;
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [statement]);
    else others.push(statement);
  }
  const pairs: (readonly [Statement, Statement])[] = [];
  const taken = new Set<Statement>();
  const left = before.filter((statement) => {
    const key = keyOf(statement);
    const found = key === undefined ? undefined : waiting.get(key)?.shift();
    if (found === undefined) return true;
    pairs.push([statement, found]);
    taken.add(found);
    return false;
  });
  return { pairs, before: left, after: after.filter((statement) => !taken.has(statement)) };
}

function bestMatches(before: readonly Statement[], after: readonly Statement[]): Matched {
  if (before.length * after.length > MAX_COMPARISONS) return { pairs: [], before, after };

  const candidates = before
    .flatMap((one) => after.map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score >= ALIKE)
    .map((each) => ({ ...each, key: `${fullKey(each.one)}\u0000${fullKey(each.other)}` }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));

  const used = new Set<Statement>();
  const pairs: (readonly [Statement, Statement])[] = [];
  for (const { one, other } of candidates) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    pairs.push([one, other]);
  }
  const isLeft = (statement: Statement): boolean => !used.has(statement);
  return { pairs, before: before.filter(isLeft), after: after.filter(isLeft) };
}

/** How much two statements have in common. From 0 to 1. */
function likeness(one: Statement, other: Statement): number {
  if (one.effect !== other.effect) return 0;
  const conditions = ({ conditions: all }: Statement) => new Set(all.map((each) => conditionsKey([each])));
  const shares = [
    common(members(one.principals), members(other.principals)),
    common(members(one.actions, true), members(other.actions, true)),
    common(members(one.resources), members(other.resources)),
    common(conditions(one), conditions(other)),
  ];
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function members(choice: Choice | undefined, caseless = false): ReadonlySet<string> {
  if (choice === undefined) return new Set();
  return new Set(choice.values.map((value) => `${choice.except}${caseless ? value.toLowerCase() : value}`));
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((each) => other.has(each)).length;
  const all = one.size + other.size - both;
  return all === 0 ? 1 : both / all;
}

/** The same for statements that are the same, whatever the order of their parts. */
export function fullKey({ conditions, actions, ...rest }: Statement): string {
  const caseless = { ...actions, values: actions.values.map((value) => value.toLowerCase()).sort() };
  return stable({ ...rest, actions: caseless }) + conditionsKey(conditions);
}
