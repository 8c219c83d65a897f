import { plain, type AccessChange, type ResourceChange } from "../model";
import { mayAllow } from "./cover";
import { together, type Access, type Grant, type Guard } from "./grant";
import { difference, type Leftover } from "./net";
import { UNKNOWN_REASON, type ReasonOf } from "./reason";
import { sentencesOf } from "./sentences";
import { policiesAccess, POLICY_TYPES, sidesOf, SOURCES, type References } from "./sources";
import { LATER } from "./sources/source";

/** The access that one change gives, takes or alters. */
export const accessChanges = (change: ResourceChange): AccessChange[] => accessDiff([change]);

/**
 * Who may do what after all changes and could not before, or the other way round. What one change takes and another
 * gives again, such as a renamed resource, is no change. Unchanged resources may be among the changes: they say who has
 * a policy that changes. So do the references, where a policy's ARN is not known yet.
 *
 * @param reasonOf why access changes, as far as the mesh says it: what has the same reason is told together
 */
export function accessDiff(
  changes: readonly ResourceChange[],
  references: References = new Map(),
  reasonOf: ReasonOf = UNKNOWN_REASON,
): AccessChange[] {
  const all = changes.filter(({ mode, action }) => mode === "managed" && action !== "read");
  const sides = all.map((change) => ({ ...sidesOf(change), type: change.type }));
  const single = sides.flatMap((each) => SOURCES[each.type]?.(each) ?? []);
  const policies = policiesAccess(
    sides.filter(({ type }) => POLICY_TYPES.includes(type)),
    references,
  );
  return compared(
    together([...single.map(({ before }) => before), policies.before]),
    together([...single.map(({ after }) => after), policies.after]),
    reasonOf,
  );
}

function compared(before: Access, after: Access, reasonOf: ReasonOf): AccessChange[] {
  const { taken, given, changed } = difference(before.grants, after.grants);
  const [was, is] = [new Set(before.things), new Set(after.things)];
  // A thing that is made or deleted takes its own denials with it: nobody is let in or out by that.
  const isNew = ({ of }: Grant | Guard): boolean =>
    of !== undefined && ((is.has(of) && !was.has(of)) || of.endsWith(LATER));
  const isGone = ({ of }: Grant | Guard): boolean => of !== undefined && was.has(of) && !is.has(of);
  const found = [
    ...sentencesOf(
      {
        taken: taken
          .filter(({ grant }) => grant.effect === "allow" || !isGone(grant))
          .map((leftover) => withAllow(leftover, after.grants)),
        given: given.filter(({ grant }) => grant.effect === "allow" || !isNew(grant)),
        changed,
      },
      reasonOf,
    ),
    ...guardChanges(before.guards, after.guards, (guard) => isNew(guard) || isGone(guard)),
    ...noteChanges(before, after),
  ];
  return ordered(found);
}

/** Whoever is left out of a denial gains what something allows: nothing here may. */
function withAllow(leftover: Leftover, grants: readonly Grant[]): Leftover {
  const { grant, isOfOne = false } = leftover;
  if (grant.effect === "allow" || !isOfOne || isOfMany(grant)) return leftover;
  return { ...leftover, isMoot: !grants.some((other) => mayAllow(other, grant)) };
}

/** Of all that a pattern means, some may be allowed elsewhere: identities have policies of their own. */
const isOfMany = ({ who }: Grant): boolean => who.parts.some(({ pattern }) => pattern.includes("*"));

function guardChanges(
  before: readonly Guard[],
  after: readonly Guard[],
  isMoot: (guard: Guard) => boolean,
): AccessChange[] {
  const [was, is] = [before, after].map((guards) => new Map(guards.map((guard) => [guard.key, guard])));
  const all = new Map([...(was ?? []), ...(is ?? [])]);
  return [...all].flatMap(([key, guard]): AccessChange[] => {
    if (isMoot(guard)) return [];
    const said = guard.says(was?.get(key)?.value, is?.get(key)?.value);
    return (["gained", "lost", "changed"] as const).flatMap((direction) => {
      const sentence = said[direction];
      return sentence === undefined ? [] : [{ direction, system: guard.system, sentence }];
    });
  });
}

function noteChanges(before: Access, after: Access): AccessChange[] {
  const [was, is] = [before, after].map(({ notes }) => new Map(notes.map((note) => [note.key, note])));
  const appeared = [...(is ?? [])].filter(([key]) => was?.has(key) !== true);
  const vanished = [...(was ?? [])].filter(([key]) => is?.has(key) !== true);
  return [
    ...appeared.map(([, { system, text }]) => ({ direction: "changed" as const, system, sentence: text })),
    ...vanished.flatMap(([, { system, gone }]) =>
      gone === undefined ? [] : [{ direction: "changed" as const, system, sentence: gone }],
    ),
  ];
}

const DIRECTIONS: readonly AccessChange["direction"][] = ["gained", "lost", "changed"];

/** Without repeats; what is gained first, then by system and sentence. */
function ordered(changes: readonly AccessChange[]): AccessChange[] {
  const keyOf = ({ direction, system, sentence }: AccessChange): string =>
    [DIRECTIONS.indexOf(direction), system, plain(sentence)].join("\u0000");
  const found = new Map(changes.map((change) => [keyOf(change), change]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
