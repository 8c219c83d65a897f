import type { Value } from "../model";

type Normalise = (document: unknown) => unknown;

/** True when both are the same JSON document, however it is written. */
export const sameJson = equality((document) => document);

/**
 * True when both are the same IAM policy: a single value and a list of it are one, and the order of statements,
 * actions, resources and principals does not count. As hashicorp/awspolicyequivalence, which the provider uses.
 */
export const samePolicy = equality(normalPolicy);

function equality(normalise: Normalise): (before: Value, after: Value) => boolean {
  return (before, after) => {
    const left = parsed(before);
    const right = parsed(after);
    return left !== undefined && right !== undefined && stable(normalise(left)) === stable(normalise(right));
  };
}

function parsed(value: Value): unknown {
  if (typeof value !== "string") return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** The document with its keys in order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isRecord(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}

function normalPolicy(document: unknown): unknown {
  if (!isRecord(document)) return document;
  return { ...document, Statement: inOrder(asList(document.Statement).map(normalStatement)) };
}

/** Lists inside a statement are sets: of actions, resources, principals and condition values. */
function normalStatement(statement: unknown): unknown {
  if (!isRecord(statement)) return statement;
  return Object.fromEntries(
    Object.entries(statement).map(([key, value]) => [
      key,
      key === "Sid" || key === "Effect" ? value : asSets(value),
    ]),
  );
}

function asSets(value: unknown): unknown {
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asSets(item)]));
  return inOrder(asList(value).map(String));
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const inOrder = (values: readonly unknown[]): readonly unknown[] =>
  [...values].sort((a, b) => (stable(a) < stable(b) ? -1 : 1));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
