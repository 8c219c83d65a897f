import { isFields, type Path, type Value } from "../model";
import type { LeafChange } from "./leaf-changes";
import { isList, sameValue } from "./values";

/** Attributes that tell the elements of a list apart; the first that does is taken. */
export const ELEMENT_KEYS = [
  ...["name", "id", "key", "sid", "Sid", "role", "principal", "acl_principal", "rule", "attribute_name"],
  ...["label", "Name", "Id", "Key", "identifier", "arn", "type", "prefix", "path", "port"],
] as const;

/** Longer ones are no names. */
const LONGEST_STEP = 80;

type Compare = (before: Value | undefined, after: Value | undefined, step: string | number) => LeafChange[];

/**
 * How two lists differ. A plan does not say which of its lists are sets, so:
 * plain values are compared as they are in a bag, and only if the bags are equal does the order count;
 * objects are paired by the first attribute that tells all of them apart, and that name is their step in the path;
 * without one, lists of equal length of which at least half of the elements are the same in their places (or that have
 * one element) are compared place by place;
 * otherwise, equal objects are put aside first, one that is left on each side is taken for changed, more are taken for
 * removed and added.
 */
export function elementChanges(
  before: readonly Value[],
  after: readonly Value[],
  path: Path,
  compare: Compare,
): LeafChange[] {
  if ([...before, ...after].every(isPlain)) return plainChanges(before, after, path);
  const moved = isReordered(before, after) ? [{ path, before, after, onlyOrder: true }] : [];
  return [...moved, ...objectChanges(before, after, compare)];
}

function objectChanges(before: readonly Value[], after: readonly Value[], compare: Compare): LeafChange[] {
  const key = keyOf(before, after);
  if (key !== undefined) return byKey(before, after, key, compare);
  if (isAligned(before, after)) return before.flatMap((element, at) => compare(element, after[at], at));

  const { removed, added } = difference(before, after);
  const gone = removed[0];
  const come = added[0];
  if (removed.length === 1 && added.length === 1 && gone !== undefined && come !== undefined) {
    return compare(gone.value, come.value, come.at);
  }
  return [
    ...removed.flatMap(({ value, at }) => compare(value, undefined, at)),
    ...added.flatMap(({ value, at }) => compare(undefined, value, at)),
  ];
}

function byKey(
  before: readonly Value[],
  after: readonly Value[],
  key: string,
  compare: Compare,
): LeafChange[] {
  const old = placesBy(key, before);
  const now = placesBy(key, after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const gone = old.get(name);
    const come = now.get(name);
    const isName = typeof name === "string" && name !== "" && name.length <= LONGEST_STEP;
    return compare(gone?.value, come?.value, isName ? name : (come?.at ?? gone?.at ?? 0));
  });
}

const placesBy = (key: string, list: readonly Value[]): Map<string | number | undefined, Placed> =>
  new Map(
    list.map((value, at): [string | number | undefined, Placed] => [nameOf(value, key), { value, at }]),
  );

/** The first attribute that every element has, each with another value. */
function keyOf(before: readonly Value[], after: readonly Value[]): string | undefined {
  return ELEMENT_KEYS.find((key) =>
    [before, after].every((list) => {
      const names = list.map((element) => nameOf(element, key));
      return !names.includes(undefined) && new Set(names).size === names.length;
    }),
  );
}

function nameOf(element: Value, key: string): string | number | undefined {
  const name = isFields(element) && Object.hasOwn(element, key) ? element[key] : undefined;
  return typeof name === "string" || typeof name === "number" ? name : undefined;
}

function plainChanges(before: readonly Value[], after: readonly Value[], path: Path): LeafChange[] {
  const { removed, added } = difference(before, after);
  if (removed.length + added.length === 0) return [{ path, before, after, onlyOrder: true }];
  return [
    {
      ...{ path, before, after },
      elements: { removed: removed.map(({ value }) => value), added: added.map(({ value }) => value) },
    },
  ];
}

interface Placed {
  readonly value: Value;
  readonly at: number;
}

/** What is in one bag and not in the other. */
function difference(
  before: readonly Value[],
  after: readonly Value[],
): { removed: readonly Placed[]; added: readonly Placed[] } {
  const bags = new Map<unknown, Placed[]>();
  after.forEach((value, at) => {
    const bag = bags.get(bagOf(value)) ?? [];
    bag.push({ value, at });
    bags.set(bagOf(value), bag);
  });
  const removed = before.flatMap((value, at): Placed[] => {
    const bag = bags.get(bagOf(value)) ?? [];
    const same = bag.findIndex((other) => sameValue(value, other.value));
    if (same < 0) return [{ value, at }];
    bag.splice(same, 1);
    return [];
  });
  return { removed, added: [...bags.values()].flat().sort((a, b) => a.at - b.at) };
}

/** Values that may be equal are in the same bag: plain ones are their own, objects share by their keys. */
function bagOf(value: Value): unknown {
  if (isList(value)) return `list of ${value.length}`;
  return isFields(value) ? `fields ${Object.keys(value).sort().join()}` : value;
}

function isAligned(before: readonly Value[], after: readonly Value[]): boolean {
  if (before.length !== after.length) return false;
  const same = before.filter((element, at) => sameValue(element, after[at])).length;
  return before.length === 1 || same * 2 >= before.length;
}

/** True when all elements are the same, in another order. */
function isReordered(before: readonly Value[], after: readonly Value[]): boolean {
  if (before.length !== after.length || sameValue(before, after)) return false;
  const { removed, added } = difference(before, after);
  return removed.length + added.length === 0;
}

const isPlain = (value: Value): boolean => !isFields(value) && !isList(value);
