import { isFields, UNKNOWN, type ResourceChange } from "../../model";
import { same } from "../../things";

/** The attributes that an update changes, sorted: those known before the apply, or all when none is. */
export function changedAttributes({ before, after }: ResourceChange): string[] {
  if (!isFields(before) || !isFields(after)) return [];
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !same(before[name], after[name]))
    .sort();
  const known = changed.filter((name) => after[name] !== UNKNOWN);
  return known.length > 0 ? known : changed;
}

/** What people read and no system acts on. */
const WORDS: ReadonlySet<string> = new Set(["comment", "description", "labels", "tags", "tags_all"]);

/** True when an update changes nothing but words. */
export function isOnlyWords(change: ResourceChange): boolean {
  const changed = changedAttributes(change);
  return changed.length > 0 && changed.every((name) => WORDS.has(name));
}
