import { grantCovers, grantKey, subjectKey, thingsCover } from "./cover";
import { isDeniedAnyhow, namedOf, perPrincipal } from "./exceptions";
import type { Grant } from "./grant";
import { conditionsKey, namesParts } from "./policy/condition";
import { around, FOR_MANY, inside, type Nearby } from "./nearby";

/** A grant that is on one side only. */
export interface Leftover {
  readonly grant: Grant;
  /** The grants of the other side that are parts of it. */
  readonly parts: readonly Grant[];
  /** What is said of one principal alone, of a statement that names some. @default false */
  readonly isOfOne?: boolean;
  /** A denial that is gone, of one whom nothing here allows what it denied. @default false */
  readonly isMoot?: boolean;
}

/** What two sides do not have in common. */
export interface Difference {
  readonly taken: readonly Leftover[];
  readonly given: readonly Leftover[];
  /** The same under other conditions, of which none is certain to be the stricter. */
  readonly changed: readonly (readonly [Grant, Grant])[];
}

/**
 * The difference of two sides, whatever the order. What another grant of the other side says as well is no
 * difference: `s3:GetObject` beside `s3:*`.
 */
export function difference(before: readonly Grant[], after: readonly Grant[]): Difference {
  const [old, now] = [byKey(before.flatMap(perPrincipal)), byKey(after.flatMap(perPrincipal))];
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, grant]) => grant);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, grant]) => grant);

  const [hadBefore, haveNow] = [around([...old.values()]), around([...now.values()])];
  const [hadAll, haveAll] = [[...old.values()], [...now.values()]];
  const lost = removed.filter((grant) => !isCovered(grant, haveNow) && !isDeniedAnyhow(grant, haveAll));
  const won = added.filter((grant) => !isCovered(grant, hadBefore) && !isDeniedAnyhow(grant, hadAll));

  const taken = withParts(lost, added);
  const given = withParts(won, removed);
  const [lessTaken, lessGiven] = withoutShared(taken, given);
  const changed = sameSubject(lessTaken, lessGiven);
  const shifted = new Set(changed.flat());
  const rest = (leftovers: readonly Leftover[], others: ReadonlyMap<string, Grant>): Leftover[] =>
    leftovers
      .filter(({ grant }) => !shifted.has(grant))
      .flatMap((leftover) => namedOf(leftover, [...others.values()]));
  return { taken: rest(lessTaken, now), given: rest(lessGiven, old), changed };
}

/**
 * Of two statements that say the same of everything but some things, and differ in these: what only the one leaves out
 * is what the other one is about besides.
 */
function withoutShared(
  taken: readonly Leftover[],
  given: readonly Leftover[],
): readonly [readonly Leftover[], readonly Leftover[]] {
  const others = new Map(given.filter(isExcepting).map((leftover) => [restKey(leftover.grant), leftover]));
  const pairs = taken.filter(isExcepting).flatMap((was) => {
    const is = others.get(restKey(was.grant));
    others.delete(restKey(was.grant));
    return is === undefined ? [] : [{ was, is }];
  });
  const paired = new Set(pairs.flatMap(({ was, is }) => [was, is]));
  const alone = (leftover: Leftover): boolean => !paired.has(leftover);
  return [
    [...taken.filter(alone), ...pairs.flatMap(({ was, is }) => besides(was.grant, is.grant))],
    [...given.filter(alone), ...pairs.flatMap(({ was, is }) => besides(is.grant, was.grant))],
  ];
}

const isExcepting = ({ grant }: Leftover): boolean => grant.what?.except === true;

const restKey = (grant: Grant): string => grantKey({ ...grant, what: undefined });

/** What a grant is about and another one leaves out. */
function besides(grant: Grant, other: Grant): Leftover[] {
  const parts = (other.what?.parts ?? []).filter(
    (part) => !thingsCover(grant.what && { ...grant.what, except: false }, { except: false, parts: [part] }),
  );
  return parts.map((part) => ({ grant: { ...grant, what: { except: false, parts: [part] } }, parts: [] }));
}

function withParts(grants: readonly Grant[], others: readonly Grant[]): readonly Leftover[] {
  const within = inside(others);
  return grants.map((grant) => ({
    grant,
    parts: within.of(grant).filter((other) => grantCovers(grant, other)),
  }));
}

const isCovered = (grant: Grant, others: Nearby): boolean =>
  [...others.of(grant), ...others.of(grant, FOR_MANY)].some((other) => grantCovers(other, grant));

type Keyed = ReadonlyMap<string, Grant>;

function byKey(grants: readonly Grant[]): Keyed {
  const keyed = grants.map((grant) => [grantKey(grant), grant] as const);
  return new Map(keyed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is lost and won but for the conditions, each with one other, where neither holds a part of another side. */
function sameSubject(lost: readonly Leftover[], won: readonly Leftover[]): (readonly [Grant, Grant])[] {
  const waiting = new Map<string, Grant[]>();
  for (const { grant } of won.filter(isWhole)) {
    const others = waiting.get(partKey(grant));
    if (others === undefined) waiting.set(partKey(grant), [grant]);
    else others.push(grant);
  }
  return lost.filter(isWhole).flatMap(({ grant }): (readonly [Grant, Grant])[] => {
    const found = waiting.get(partKey(grant))?.shift();
    return found === undefined ? [] : [[grant, found]];
  });
}

const isWhole = ({ parts }: Leftover): boolean => parts.length === 0;

/** The same for grants on the same part of a thing, whatever else their conditions are. */
const partKey = (grant: Grant): string =>
  `${subjectKey(grant)}\u0000${conditionsKey(grant.conditions.filter(namesParts))}`;
