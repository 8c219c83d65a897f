import type { Choice, Grant } from "./grant";
import { conditionsKey, impliesAll } from "./policy/condition";
import { arnCovers, arnDisjoint, covers, disjoint } from "./policy/glob";

type Relation = (a: string, b: string) => boolean;

/** How patterns of one side of a grant stand to each other. */
interface Sort {
  readonly covers: Relation;
  readonly disjoint: Relation;
}

const NAMES: Sort = {
  // Services and identity providers are not meant by `*` (IAM user guide, "Principal").
  covers: (wide, narrow) => wide === narrow || (wide === "*" && !/^(Service|Federated):/.test(narrow)),
  disjoint: () => false,
};

const ACTIONS: Sort = {
  covers: (wide, narrow) => covers(wide, narrow),
  disjoint,
};

const isArn = (pattern: string): boolean => pattern.startsWith("arn:");

const THINGS: Sort = {
  covers: (wide, narrow) => (isArn(wide) ? arnCovers(wide, narrow) : covers(wide, narrow)),
  disjoint: (a, b) => (isArn(a) && isArn(b) ? arnDisjoint(a, b) : false),
};

function choiceCovers(sort: Sort, wide: Choice | undefined, narrow: Choice | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  const [all, some] = [wide.parts, narrow.parts];
  if (wide.except) {
    const outside: Relation = narrow.except ? (a, b) => sort.covers(b, a) : sort.disjoint;
    return all.every(({ pattern }) =>
      narrow.except
        ? some.some((other) => outside(pattern, other.pattern))
        : some.every((other) => outside(pattern, other.pattern)),
    );
  }
  if (narrow.except) return all.some(({ pattern }) => pattern === "*");
  return some.every(({ pattern }) => all.some((other) => sort.covers(other.pattern, pattern)));
}

/** True when it is certain that all that `narrow` is about is among what `wide` is about. */
export const thingsCover = (wide: Choice | undefined, narrow: Choice | undefined): boolean =>
  choiceCovers(THINGS, wide, narrow);

const OBJECT_ACTION = /^s3:(get|put|delete|restore)object/;

/** A bucket's policy about objects that leaves some out is about no others than the bucket's. */
function holdsAllObjects(wide: Grant, { what, within = "", action }: Grant): boolean {
  const [, bucket] = /^bucket (.+)$/.exec(within) ?? [];
  if (bucket === undefined || what?.except !== true || wide.what === undefined || wide.what.except)
    return false;
  const isOfObjects = !action.except && action.parts.every(({ pattern }) => OBJECT_ACTION.test(pattern));
  return (
    isOfObjects &&
    wide.what.parts.some(({ pattern }) => /^arn:[^:]*:s3:::(.+)\/\*$/.exec(pattern)?.[1] === bucket)
  );
}

/** True when it is certain that whatever `narrow` says, `wide` says as well. */
export function grantCovers(wide: Grant, narrow: Grant): boolean {
  return (
    wide.system === narrow.system &&
    wide.effect === narrow.effect &&
    wide.within === narrow.within &&
    choiceCovers(NAMES, wide.who, narrow.who) &&
    choiceCovers(ACTIONS, wide.action, narrow.action) &&
    (choiceCovers(THINGS, wide.what, narrow.what) || holdsAllObjects(wide, narrow)) &&
    impliesAll(narrow.conditions, wide.conditions)
  );
}

/** True unless it is certain that an allowance has nothing to do with what a grant to one principal is about. */
export function mayAllow(allowance: Grant, ofOne: Grant): boolean {
  const [principal = ""] = ofOne.who.parts.map(({ pattern }) => pattern);
  return (
    allowance.effect === "allow" &&
    (allowance.who.except || allowance.who.parts.some(({ pattern }) => mayMean(pattern, principal))) &&
    mayMeet(ACTIONS, allowance.action, ofOne.action) &&
    mayMeet(THINGS, allowance.what, ofOne.what)
  );
}

const ARN_OF = /^AWS:arn:[^:]*:iam::(\d{12}):(role|user|group)\/(?:.*\/)?([^/]+)$/;

/** A principal is meant by its ARN, by its account, and as the holder of policies of its own. */
function mayMean(pattern: string, principal: string): boolean {
  const [, account, kind, name] = ARN_OF.exec(principal) ?? [];
  return (
    NAMES.covers(pattern, principal) ||
    (account !== undefined && [`Account:${account}`, `IAM ${kind} ${name}`].includes(pattern)) ||
    pattern.includes("*")
  );
}

function mayMeet(sort: Sort, one: Choice | undefined, other: Choice | undefined): boolean {
  if (one === undefined || other === undefined || one.except || other.except) return true;
  return one.parts.some((a) => other.parts.some((b) => !sort.disjoint(a.pattern, b.pattern)));
}

/** The same for equal choices. */
export const choiceKey = (choice: Choice | undefined): string =>
  choice === undefined
    ? ""
    : JSON.stringify([choice.except, ...choice.parts.map(({ pattern }) => pattern).sort()]);

/** The same for grants that differ in their conditions only. */
export const subjectKey = ({ system, effect, within = "", who, action, what }: Grant): string =>
  [system, effect, within, choiceKey(who), choiceKey(action), choiceKey(what)].join("\u0000");

/** The same for equal grants. */
export const grantKey = (grant: Grant): string =>
  `${subjectKey(grant)}\u0000${conditionsKey(grant.conditions)}`;
