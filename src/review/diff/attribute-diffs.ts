import {
  at,
  isFields,
  pathText,
  Secret,
  UNKNOWN,
  type AttributeDiff,
  type Path,
  type ResourceChange,
  type Value,
} from "../model";
import { COMPUTED_ATTRIBUTES } from "./computed";
import { documentDiff, linesOf, newPolicy } from "./documents";
import { leafChanges, type LeafChange } from "./leaf-changes";
import { isList, isNothing } from "./values";

/** How the attributes of one resource change. */
export interface AttributeDiffs {
  /** By path. */
  readonly attributes: readonly AttributeDiff[];
  /** How many more become known at the apply only. */
  readonly unknown: number;
}

export const ONLY_SENSITIVITY = "only its sensitivity";
export const ONLY_ORDER = "only the order";

/**
 * The leaves of a resource that change. Of what is created, those that are set; of what is deleted or let go, none. That
 * providers write an empty text where nothing was is no change, unless there is no other one.
 *
 * @param inputs attributes of the resource that the configuration computes: `plan.references` of it. Without them, on a
 *   replacement, what providers always compute is told by its name.
 */
export function attributeDiffs(
  change: ResourceChange,
  inputs?: ReadonlyMap<string, readonly string[]>,
): AttributeDiffs {
  const { action, before, after } = change;
  if (action === "delete" || action === "forget") return { attributes: [], unknown: 0 };
  if (change.onlySensitivity) return { attributes: onlySensitive(after), unknown: 0 };

  const lenient = leafChanges(before ?? undefined, after ?? undefined, { nothingIsNothing: true });
  const isExplained = lenient.length > 0 || action !== "update";
  const changes = isExplained ? lenient : leafChanges(before, after, { nothingIsNothing: false });
  const forced = change.replacePaths.filter((path) => !changes.some((leaf) => touches(leaf.path, path)));
  const listed = changes.filter((leaf) => isTold(leaf, change, inputs));
  return {
    attributes: [
      ...listed.map((leaf) => diffOf(leaf, change)),
      ...forced.map((path) => forcedDiff(path, change)),
    ]
      .map((diff) => ({ diff, key: pathText(diff.path) }))
      .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
      .map(({ diff }) => diff),
    unknown: changes.length - listed.length,
  };
}

/** Of what becomes unknown, only what had a value, or forces a replacement, is worth a line. */
function isTold(
  { path, before, after }: LeafChange,
  change: ResourceChange,
  inputs: ReadonlyMap<string, readonly string[]> | undefined,
): boolean {
  if (after !== UNKNOWN || isForced(path, change)) return true;
  if (isNothing(before)) return false;
  if (change.action === "update") return true;
  const attribute = String(path[0]);
  return inputs === undefined ? !COMPUTED_ATTRIBUTES.has(attribute) : inputs.has(attribute);
}

function diffOf(leaf: LeafChange, change: ResourceChange): AttributeDiff {
  const { path, before, after } = leaf;
  const diff: AttributeDiff = { path, forces: isForced(path, change), ...sidesOf(before, after) };
  if (leaf.onlyOrder === true) return { ...diff, note: ONLY_ORDER };
  if (before instanceof Secret || after instanceof Secret)
    return { ...diff, note: sensitiveNote(before, after) };
  if (leaf.elements !== undefined) return { ...diff, lines: linesOf({ ...leaf, path: [] }) };
  if (typeof before === "string" && typeof after === "string")
    return { ...diff, ...documentDiff(before, after) };
  if (typeof after === "string" && isNothing(before)) return { ...diff, ...newPolicy(after) };
  return diff;
}

function sensitiveNote(before: Value | undefined, after: Value | undefined): string {
  if (after === UNKNOWN) return "sensitive, known after apply";
  if (isNothing(before)) return "sensitive, added";
  if (isNothing(after)) return "sensitive, removed";
  return before === after ? "sensitive, unchanged" : "sensitive, changed";
}

/** Terraform says that it forces a replacement, though it looks the same on both sides. */
function forcedDiff(path: Path, change: ResourceChange): AttributeDiff {
  const sides = sidesOf(at(change.before, ...path), at(change.after, ...path));
  return { ...diffOf({ path, ...sides }, change), forces: true };
}

function sidesOf(before: Value | undefined, after: Value | undefined): { before?: Value; after?: Value } {
  const sides: { before?: Value; after?: Value } = {};
  if (before !== undefined) sides.before = before;
  if (after !== undefined) sides.after = after;
  return sides;
}

const isForced = (path: Path, { replacePaths }: ResourceChange): boolean =>
  replacePaths.some((forcing) => touches(path, forcing));

/** True when one is the other or below it. Places in a list say nothing: it may be a set, or paired by name. */
function touches(path: Path, forcing: Path): boolean {
  const length = Math.min(path.length, forcing.length);
  return Array.from({ length }, (_, index) => [path[index], forcing[index]]).every(
    ([one, other]) => one === other || typeof one === "number" || typeof other === "number",
  );
}

function onlySensitive(value: Value | undefined, path: Path = []): AttributeDiff[] {
  if (value instanceof Secret)
    return [{ path, forces: false, before: value, after: value, note: ONLY_SENSITIVITY }];
  if (isList(value)) return value.flatMap((element, index) => onlySensitive(element, [...path, index]));
  if (!isFields(value)) return [];
  return Object.keys(value)
    .sort()
    .flatMap((key) => onlySensitive(value[key], [...path, key]));
}
