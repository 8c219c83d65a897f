import { accessChanges } from "../../access";
import { say, type Path, type ResourceChange, type Text } from "../../model";
import { same } from "../../things";
import { Subject } from "../kit";
import type { Found, Rule } from "../rule";

/** Where a type of resource says who may do what. */
export interface AccessFacts {
  readonly type: string;
  readonly source: string;
  /** The attribute that says it, if it is one. */
  readonly attribute?: string;
  /** What to do instead. @default - nothing */
  readonly wayOut?: (subject: Subject) => Text | undefined;
}

/**
 * That who may do what changes, in one sentence: the whole of it is in the review's list of access. A deletion has a
 * sentence of its own; what is new and lets nobody do anything is no change of access.
 */
export function accessRules({ type, source, attribute, wayOut }: AccessFacts): Rule[] {
  const cause = attribute === undefined ? {} : { cause: [attribute] as Path };
  return [
    {
      ...{ id: `${type}/access`, types: [type], source },
      find: (change): Found | undefined => {
        const sentence = sentenceOf(change);
        if (sentence === undefined) return undefined;
        const out = wayOut?.(new Subject(change));
        return { verdict: "access", sentence, ...(out !== undefined && { wayOut: out }), ...cause };
      },
    },
    ...(attribute === undefined
      ? []
      : [
          {
            ...{ id: `${type}/${attribute}-same`, types: [type], source },
            find: (change: ResourceChange): Found | undefined =>
              isRewritten(change, attribute)
                ? { verdict: "none", sentence: rewritten(change, attribute), ...cause }
                : undefined,
          },
        ]),
  ];
}

function sentenceOf(change: ResourceChange): Text | undefined {
  const { action } = change;
  if (action !== "create" && action !== "update" && action !== "replace") return undefined;
  const changes = accessChanges(change);
  if (action === "create" && changes.every(({ direction }) => direction === "lost")) return undefined;
  const [first, second] = changes;
  if (first === undefined || second === undefined) return first?.sentence;

  const counts = (["gained", "lost", "changed"] as const).flatMap((direction) => {
    const count = changes.filter((each) => each.direction === direction).length;
    return count === 0 ? [] : [`${count} ${direction}`];
  });
  return say`who may do what by ${new Subject(change).thing} changes: ${[counts.join(", ")]}`;
}

const isRewritten = (change: ResourceChange, attribute: string): boolean => {
  const it = new Subject(change);
  return (
    change.action === "update" &&
    !same(it.before(attribute), it.after(attribute)) &&
    accessChanges(change).length === 0
  );
};

const rewritten = (change: ResourceChange, attribute: string): Text => {
  const { thing } = new Subject(change);
  const document = change.type.endsWith("_policy") ? thing : say`${attribute} of ${thing}`;
  return say`${document} is written otherwise, and says the same`;
};
