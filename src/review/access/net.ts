import { grantCovers, grantKey, subjectKey } from "./cover";
import { namedOf } from "./exceptions";
import type { Grant } from "./grant";
import { around, FOR_MANY, inside, type Nearby } from "./nearby";

/** A grant that is on one side only. */
export interface Leftover {
  readonly grant: Grant;
  /** The grants of the other side that are parts of it. */
  readonly parts: readonly Grant[];
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
  const [old, now] = [byKey(before), byKey(after)];
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, grant]) => grant);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, grant]) => grant);

  const [hadBefore, haveNow] = [around([...old.values()]), around([...now.values()])];
  const lost = removed.filter((grant) => !isCovered(grant, haveNow));
  const won = added.filter((grant) => !isCovered(grant, hadBefore));

  const taken = withParts(lost, added);
  const given = withParts(won, removed);
  const changed = sameSubject(taken, given);
  const shifted = new Set(changed.flat());
  const rest = (leftovers: readonly Leftover[], others: ReadonlyMap<string, Grant>): Leftover[] =>
    leftovers
      .filter(({ grant }) => !shifted.has(grant))
      .flatMap((leftover) => namedOf(leftover, [...others.values()]));
  return { taken: rest(taken, now), given: rest(given, old), changed };
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

function byKey(grants: readonly Grant[]): ReadonlyMap<string, Grant> {
  const keyed = grants.map((grant) => [grantKey(grant), grant] as const);
  return new Map(keyed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is lost and won but for the conditions, each with one other, where neither holds a part of another side. */
function sameSubject(lost: readonly Leftover[], won: readonly Leftover[]): (readonly [Grant, Grant])[] {
  const waiting = new Map<string, Grant[]>();
  for (const { grant } of won.filter(isWhole)) {
    const others = waiting.get(subjectKey(grant));
    if (others === undefined) waiting.set(subjectKey(grant), [grant]);
    else others.push(grant);
  }
  return lost.filter(isWhole).flatMap(({ grant }): (readonly [Grant, Grant])[] => {
    const found = waiting.get(subjectKey(grant))?.shift();
    return found === undefined ? [] : [[grant, found]];
  });
}

const isWhole = ({ parts }: Leftover): boolean => parts.length === 0;
