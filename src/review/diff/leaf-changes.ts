import { isFields, type Fields, type Path, type Value } from "../model";
import { elementChanges } from "./lists";
import { isList, isNothing, sameValue } from "./values";

/** The smallest part of a value that differs. */
export interface LeafChange {
  readonly path: Path;
  readonly before?: Value;
  readonly after?: Value;
  /** Set for a list of plain values: what goes and what comes, whatever the place. */
  readonly elements?: { readonly removed: readonly Value[]; readonly added: readonly Value[] };
  /** True when a list has the same elements, in another order. */
  readonly onlyOrder?: boolean;
}

/** What counts as a difference. */
export interface Strictness {
  /** True when null, an empty text and an empty list are all the same: older providers turn one into another. */
  readonly nothingIsNothing: boolean;
}

/** Every leaf that differs, sorted by key. Undefined is what is not there. */
export function leafChanges(
  before: Value | undefined,
  after: Value | undefined,
  strictness: Strictness,
  path: Path = [],
): LeafChange[] {
  if (isSame(before, after, strictness, path)) return [];
  if (isFields(before) && isFields(after)) return fieldChanges(before, after, strictness, path);
  if (isList(before) && isList(after)) {
    return elementChanges(before, after, path, (one, other, step) =>
      leafChanges(one, other, strictness, [...path, step]),
    );
  }
  if (isNothing(before) && isNothing(after)) return [leaf(path, before, after)];
  if (isAbsent(before)) return parts(after, strictness, path, (part) => ({ after: part }));
  if (isAbsent(after)) return parts(before, strictness, path, (part) => ({ before: part }));
  return [leaf(path, before, after)];
}

function leaf(path: Path, before: Value | undefined, after: Value | undefined): LeafChange {
  return {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function fieldChanges(before: Fields, after: Fields, strictness: Strictness, path: Path): LeafChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => leafChanges(own(before, key), own(after, key), strictness, [...path, key]));
}

const own = (fields: Fields, key: string): Value | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

const isAbsent = (value: Value | undefined): boolean => value === undefined || value === null;

/** The leaves of what is on one side only; lists of plain values stay whole. */
function parts(
  value: Value | undefined,
  strictness: Strictness,
  path: Path,
  side: (part: Value) => { before?: Value; after?: Value },
): LeafChange[] {
  if (value === undefined || (strictness.nothingIsNothing && isNothing(value))) return [];
  if (isFields(value) && Object.keys(value).length > 0) {
    return Object.keys(value)
      .sort()
      .flatMap((key) => parts(value[key], strictness, [...path, key], side));
  }
  if (isList(value) && value.some((element) => isFields(element) || isList(element))) {
    return value.flatMap((element, at) => parts(element, strictness, [...path, at], side));
  }
  return [{ path, ...side(value) }];
}

/**
 * An entry of a map that is empty is not one that is missing: only what is there as null, or is an attribute of the
 * resource itself, is taken for the same as empty.
 */
function isSame(
  before: Value | undefined,
  after: Value | undefined,
  { nothingIsNothing }: Strictness,
  path: Path,
): boolean {
  if (sameValue(before, after)) return true;
  if (isAbsent(before) && isAbsent(after)) return true;
  if (!nothingIsNothing || !isNothing(before) || !isNothing(after)) return false;
  const isEntry = path.length > 1 && [before, after].includes(undefined) && [before, after].includes("");
  return !isEntry;
}
