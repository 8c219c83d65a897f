import { say, type Gap, type Text } from "../review/model";
import { ownVersion } from "../synth/versions";
import type { Base } from "./base";
import type { Side } from "./side";

/** What a review does not know because of its base: what it never could, and what it would have to. */
export interface Unknowns {
  readonly limits: readonly Text[];
  readonly gaps: readonly Gap[];
}

const limit = (sentence: Text): Unknowns => ({ limits: [sentence], gaps: [] });
const gap = (sentence: Text): Unknowns => ({ limits: [], gaps: [{ sentence }] });
const NOTHING_UNKNOWN: Unknowns = { limits: [], gaps: [] };

/** Several in one. */
export const joinedUnknowns = (...all: readonly Unknowns[]): Unknowns => ({
  limits: all.flatMap(({ limits }) => limits),
  gaps: all.flatMap(({ gaps }) => gaps),
});

/** Whose constructs made the base, when they are others. */
export const upgradeLimits = ({ constructs }: Base): Text[] =>
  constructs === undefined
    ? []
    : [say`the base was made with constructs ${constructs}, as its lock file says`];

/** What is not known when it cannot be told what the constructs of either side make. */
export function unknownsOfConstructs({ unread, notRun }: Base): Unknowns {
  if (notRun !== undefined) {
    return gap(
      say`what constructs ${notRun} make, which the lock file names now, is not known: this is ${ownVersion()}; install them first (${"npm ci"})`,
    );
  }
  if (unread === undefined) return NOTHING_UNKNOWN;
  return gap(
    say`what other constructs change is not known: ${unread} names others than in the base, and only those of a ${"package-lock.json"} can be installed; name the base's stacks with ${"--base-output"}`,
  );
}

/** What is not known when the stacks are planned from the base, as it is or as it is not. */
export function unknownsOfPlannedBase(base: Side, environment: string, isThere: boolean): Unknowns {
  const [first] = base.blocking;
  if (!isThere) return limit(say`there is no mesh in the base: everything is planned as new`);
  if (first !== undefined) {
    return gap(
      say`what the base had is not known, because it has errors itself (${first.message}): every stack is planned as if it were new`,
    );
  }
  if (base.mesh !== undefined) return NOTHING_UNKNOWN;
  return limit(say`the base has no environment ${environment}: everything in it is planned as new`);
}

/** The same when the base is only compared with: its stacks, or the plans, were made elsewhere. */
export function unknownsOfComparedBase({ mesh, complete, blocking: [first] }: Side): Unknowns {
  if (mesh !== undefined && complete) return NOTHING_UNKNOWN;
  return first === undefined
    ? limit(say`the base has no such mesh or environment: contracts and agreements count as new`)
    : gap(say`contracts and agreements are not compared, because the base cannot be read (${first.message})`);
}

/** When there is no mesh, nobody is known to read what changes. */
export const WITHOUT_MESH: Unknowns = {
  limits: [],
  gaps: [
    {
      sentence: say`owners, readers and contracts are not known, because there is no mesh here`,
      ofChanges: true,
    },
  ],
};

/** When plans are all there is. */
export const withoutBase = (reason: string): Unknowns =>
  gap(say`contracts, agreements and stacks without a plan are not compared (${reason})`);

/** When the stacks of the base cannot be made, and plans of some are there. */
export const withoutStacksOfBase = (reason: string): Unknowns =>
  gap(say`which stacks differ is not known (${reason})`);
