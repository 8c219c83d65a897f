import type { ContractField, ContractObject } from "../model";
import { isNestedIn } from "../nesting";
import type { Change } from "./change";
import { compareLimits } from "./limits";
import { match } from "./match";
import { typeOf } from "./types";

/** A field with its name below its parent, and what is nested in it. */
interface FieldNode {
  readonly field: ContractField;
  readonly label: string;
  readonly children: FieldNode[];
}

/** Everything that changed in the fields of an object. What is below a field that came or went is not told again. */
export function compareFields(
  was: ContractObject,
  is: ContractObject,
  classifications: readonly string[],
): Change[] {
  return compareLevel(treeOf(was), treeOf(is));

  function compareLevel(before: readonly FieldNode[], after: readonly FieldNode[]): Change[] {
    const { same, removed, added } = match(before, after, namesOf);
    return [
      ...removed.map(({ field }): Change => ({ kind: "fieldRemoved", object: is.name, field: field.path })),
      ...added.map(({ field }): Change => ({ kind: "fieldAdded", object: is.name, field: field.path })),
      ...same.flatMap(([old, now]) => [
        ...fieldChanges(old, now, classifications).map((change) => ({
          ...change,
          object: is.name,
          field: now.field.path,
        })),
        ...compareLevel(old.children, now.children),
      ]),
    ];
  }
}

/** The key's columns in order, each called as in `current` where it is still there by position: `id, line`. */
export function keyOf(object: ContractObject, current: ContractObject): string | undefined {
  const renamed = object === current ? new Map<string, string>() : renamedFields(object, current);
  const columns = object.fields
    .flatMap(({ path, primaryKeyPosition: position }) =>
      position === undefined ? [] : [{ position, path: renamed.get(path) ?? path }],
    )
    .sort((a, b) => a.position - b.position);
  return columns.length === 0 ? undefined : columns.map(({ path }) => path).join(", ");
}

/** A renamed column is told as that, not as another key. */
function renamedFields(was: ContractObject, is: ContractObject): Map<string, string> {
  const { same } = match(treeOf(was), treeOf(is), namesOf);
  return new Map(same.map(([old, now]) => [old.field.path, now.field.path]));
}

function fieldChanges(old: FieldNode, now: FieldNode, classifications: readonly string[]): Change[] {
  const [was, is] = [old.field, now.field];
  const changes: Change[] = [];
  const add = (kind: Change["kind"], before?: string, after?: string) =>
    changes.push({ kind, before, after });

  const [formerly, currently] = [namesOf(old).physical, namesOf(now).physical];
  if (formerly !== currently) add("fieldRenamed", formerly, currently);
  else if (old.label !== now.label) add("fieldRelabelled", old.label, now.label);
  if (typeOf(was) !== typeOf(is)) add("retyped", typeOf(was), typeOf(is));
  if (was.required !== is.required) add(is.required ? "requirednessTightened" : "requirednessLoosened");
  if (was.unique !== is.unique) add(is.unique ? "uniquenessTightened" : "uniquenessLoosened");
  addEnumChanges(was.allowed, is.allowed, add);
  changes.push(...compareLimits(was, is));
  if (was.classification !== is.classification) {
    const isRaised = rankOf(is.classification, classifications) > rankOf(was.classification, classifications);
    add(isRaised ? "classificationRaised" : "classificationLowered", was.classification, is.classification);
  }
  if (was.description !== is.description) add("descriptionChanged", was.description, is.description);
  return changes;
}

/** No list at all allows every value. */
function addEnumChanges(
  was: readonly string[] | undefined,
  is: readonly string[] | undefined,
  add: (kind: Change["kind"], before?: string, after?: string) => void,
): void {
  if (was === undefined && is === undefined) return;
  const lost =
    was === undefined ? ["any value"] : is === undefined ? [] : was.filter((value) => !is.includes(value));
  const gained =
    is === undefined ? ["any value"] : was === undefined ? [] : is.filter((value) => !was.includes(value));
  if (lost.length > 0) add("enumNarrowed", lost.join(", "), undefined);
  if (gained.length > 0) add("enumWidened", undefined, gained.join(", "));
}

/** Unknown classifications rank lowest, so that a change to one is looked at as lowered. */
const rankOf = (classification: string | undefined, classifications: readonly string[]): number =>
  classification === undefined ? -1 : classifications.indexOf(classification);

function namesOf({ field, label }: FieldNode) {
  return { label, physical: field.physicalName ?? label, type: typeOf(field) };
}

/** The flat list as a tree; places in the file say what is below what, whatever the names hold. */
function treeOf(object: ContractObject): FieldNode[] {
  const roots: FieldNode[] = [];
  const open: FieldNode[] = [];
  for (const field of object.fields) {
    while (open.length > 0 && !isNestedIn(field, open.at(-1)?.field)) open.pop();
    const parent = open.at(-1);
    const label = field.path.slice(parent?.field.path.length ?? 0).replace(/^\./, "");
    const node = { field, label, children: [] };
    (parent?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
