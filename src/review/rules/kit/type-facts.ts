import type { Path, Text, Verdict } from "../../model";
import type { Found, Rule } from "../rule";
import { forcing, isDeleted, isReplaced } from "./replacement";
import { Subject } from "./subject";

/** Says something of a change. */
export type Say = (subject: Subject) => Text;

/** What a change means. */
export interface Meaning {
  readonly verdict: Verdict;
  /** The verdict when nobody reads what it is about. @default - the same */
  readonly unread?: Verdict;
  readonly sentence: Say;
  readonly wayOut?: Say;
  /** Other attributes that decide how much is lost. */
  readonly also?: readonly Path[];
}

/** What something changed in place means, besides what else the change means. */
export interface Aspect extends Meaning {
  /** The last part of the rule's id. */
  readonly id: string;
  readonly when: (subject: Subject) => boolean;
  readonly cause?: Path;
}

/** One attribute that forces a replacement. */
export interface Forced extends Partial<Meaning> {
  /** The last part of the rule's id. @default - the attribute */
  readonly id?: string;
  /** @default - whenever the attribute forces it */
  readonly when?: (subject: Subject) => boolean;
}

/** All that is known of the changes of a resource type. */
export interface TypeFacts {
  readonly type: string;
  readonly source: string;
  /** It is new. */
  readonly created?: Meaning;
  /** Deletions and replacements that mean something else, such as with `drop_cascade`: said instead of all below. */
  readonly instead?: readonly Aspect[];
  readonly deleted: Meaning;
  /** What every replacement means, whatever forces it. */
  readonly replaced: Meaning;
  /** The attributes that force it; the first of several tells the rule. */
  readonly forces?: readonly (readonly [attribute: string, facts: Forced])[];
  /** Changes in place. */
  readonly inPlace?: readonly Aspect[];
  /** What is to be said besides, whatever the action. */
  readonly besides?: readonly Aspect[];
}

/** The rules that a table of facts stands for: `<type>/deleted`, `<type>/replaced`, `<type>/<attribute>` and so on. */
export function rulesOf(facts: TypeFacts): Rule[] {
  const { type, source, created, instead = [], deleted, replaced, forces = [] } = facts;
  const { inPlace = [], besides = [] } = facts;
  const isUsual = (subject: Subject): boolean =>
    isGone(subject) && !instead.some(({ when }) => when(subject));
  const rule = (id: string, when: (subject: Subject) => boolean, meaning: Meaning, cause?: Path): Rule => ({
    ...{ id: `${type}/${id}`, types: [type], source },
    find: (change) => found(new Subject(change), when, meaning, cause),
  });

  return [
    ...(created === undefined ? [] : [rule("created", ({ change }) => change.action === "create", created)]),
    ...instead.map(({ id, when, cause, ...meaning }) =>
      rule(id, (subject) => isGone(subject) && when(subject), meaning, cause),
    ),
    rule("deleted", (subject) => isDeleted(subject.change) && isUsual(subject), deleted),
    ...forces.map(([attribute, { id = attribute, when: _when, ...meaning }], row) =>
      rule(
        id,
        (subject) => forcedBy(subject, forces) === row && isUsual(subject),
        { ...replaced, ...meaning },
        [attribute],
      ),
    ),
    rule(
      "replaced",
      (subject) => isReplaced(subject.change) && forcedBy(subject, forces) < 0 && isUsual(subject),
      replaced,
    ),
    ...inPlace.map(({ id, when, cause, ...meaning }) =>
      rule(id, (subject) => subject.change.action === "update" && when(subject), meaning, cause),
    ),
    ...besides.map(({ id, when, cause, ...meaning }) => rule(id, when, meaning, cause)),
  ];
}

const isGone = ({ change }: Subject): boolean => isDeleted(change) || isReplaced(change);

/** Which row of a table of forcing attributes is the cause; less than zero when none is. */
function forcedBy(subject: Subject, forces: NonNullable<TypeFacts["forces"]>): number {
  if (!isReplaced(subject.change)) return -1;
  const paths = forcing(subject.change);
  return forces.findIndex(([name, { when }]) => paths.includes(name) && (when?.(subject) ?? true));
}

/** What a rule has to say of a change that it holds for. */
export function found(
  subject: Subject,
  when: (subject: Subject) => boolean,
  { verdict, unread, sentence, wayOut, also }: Meaning,
  cause?: Path,
): Found | undefined {
  if (!when(subject)) return undefined;
  return {
    verdict,
    ...(unread === undefined ? {} : { unread }),
    sentence: sentence(subject),
    ...(wayOut === undefined ? {} : { wayOut: wayOut(subject) }),
    ...(cause === undefined ? {} : { cause }),
    ...(also === undefined ? {} : { also }),
  };
}

/** Attributes that force a replacement, all with the same meaning. */
export const each = (...attributes: readonly string[]): (readonly [string, Forced])[] =>
  attributes.map((attribute) => [attribute, {}] as const);

/** An attribute that changes in place; `cause` and `when` follow from its path. */
export const changed = (id: string, path: Path, meaning: Meaning): Aspect => ({
  ...{ id, cause: path, ...meaning },
  when: (subject) => subject.changes(...path),
});
