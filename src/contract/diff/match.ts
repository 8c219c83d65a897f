import { nearest } from "../../finding";

/** What can be matched: objects and fields. */
export interface Named {
  readonly label: string;
  /** What the table or column is really called. */
  readonly physical: string;
  /** Only equal ones can be one thing under two names. */
  readonly type: string;
}

/** What became of the members of a list. */
export interface Matches<T> {
  readonly same: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs the members of two lists: by label, then by physical name, then, of what is left, by similar labels of one type.
 */
export function match<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (member: T) => Named,
): Matches<T> {
  const same: [T, T][] = [];
  let removed = before;
  let added = after;
  const pairOff = (partner: (member: Named, candidates: readonly T[]) => T | undefined) => {
    const left: T[] = [];
    for (const member of removed) {
      const found = partner(nameOf(member), added);
      if (found === undefined) left.push(member);
      else {
        same.push([member, found]);
        added = added.filter((each) => each !== found);
      }
    }
    removed = left;
  };

  pairOff(({ label }, candidates) => candidates.find((each) => nameOf(each).label === label));
  pairOff(({ physical }, candidates) => candidates.find((each) => nameOf(each).physical === physical));
  pairOff(({ label, type }, candidates) => {
    const alike = candidates.filter((each) => nameOf(each).type === type);
    const close = nearest(
      label,
      alike.map((each) => nameOf(each).label),
    );
    return alike.find((each) => nameOf(each).label === close);
  });
  return { same, removed, added };
}
