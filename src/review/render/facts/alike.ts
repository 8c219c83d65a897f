import type { Text } from "../../model";

/** Sentences that differ in their literals only. */
export interface Alike<T> {
  readonly items: readonly T[];
  /** The sentence they share, with `…` for what differs. */
  readonly shared: Text;
  /** What differs, of each in turn. */
  readonly names: readonly (readonly string[])[];
}

/**
 * Items whose sentences are built alike, in the order of the first of each.
 *
 * @param keyOf what else has to be the same, as a text.
 */
export function alike<T>(
  items: readonly T[],
  textOf: (item: T) => Text,
  keyOf: (item: T) => string,
): Alike<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${keyOf(item)}\n${JSON.stringify(textOf(item).map((part) => (isProse(part) ? part : 0)))}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((group) => together(group, group.map(textOf)));
}

function together<T>(items: readonly T[], texts: readonly Text[]): Alike<T> {
  const first = texts[0] ?? [];
  const differs = first.map(
    (part, at) => !isProse(part) && texts.some((text) => codeAt(text, at) !== part.code),
  );
  return {
    items,
    shared: first.map((part, at) => (differs[at] === true ? "…" : part)),
    names: texts.map((text) => text.flatMap((_, at) => (differs[at] === true ? [codeAt(text, at)] : []))),
  };
}

const isProse = (part: Text[number]): part is string => typeof part === "string";

function codeAt(text: Text, at: number): string {
  const part = text[at];
  return part === undefined || isProse(part) ? "" : part.code;
}
