import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Finding, Position, Problem, SourceRef } from "./finding";
import { parseText, positionAt } from "./yaml-text";

/** Where a problem is that has no place of its own: the whole file. */
const START: Position = { line: 1, column: 1 };

/** Finds places in one text; parses it once, when the first one is asked for. */
class Locator {
  private tree?: { readonly contents: Node | null };

  public constructor(private readonly text: string) {}

  public positionOf({ path, onKey, position }: Omit<SourceRef, "file">): Position {
    if (position !== undefined) return position;
    const offset = offsetOf(this.contents(), path, onKey ?? false);
    return offset === undefined ? START : positionAt(this.text, offset);
  }

  private contents(): Node | null {
    this.tree ??= { contents: parseText(this.text).documents[0]?.contents ?? null };
    return this.tree.contents;
  }
}

/** The line and column a reference means in a text; the closest thing around it when the path leads nowhere. */
export function positionOf(text: string, ref: Omit<SourceRef, "file">): Position {
  return new Locator(text).positionOf(ref);
}

/**
 * Gives every problem its line and column, sorted by file, line, column and code. A file is read and parsed only when
 * a problem in it has no position yet, and only once.
 *
 * @param readText the text of a file by its path relative to the mesh's root; undefined when there is none to read.
 */
export function locate(
  problems: readonly Problem[],
  readText: (file: string) => string | undefined,
): Finding[] {
  const locators = new Map<string, Locator>();
  const locatorOf = (file: string): Locator => {
    const locator = locators.get(file) ?? new Locator(readText(file) ?? "");
    locators.set(file, locator);
    return locator;
  };
  return problems
    .map((problem) => ({
      ...problem,
      position: problem.at.position ?? locatorOf(problem.at.file).positionOf(problem.at),
    }))
    .sort(
      (a, b) =>
        compare(a.at.file, b.at.file) ||
        a.position.line - b.position.line ||
        a.position.column - b.position.column ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    );
}

function offsetOf(root: Node | null, path: SourceRef["path"], onKey: boolean): number | undefined {
  let node = root;
  let offset = root?.range?.[0];
  for (const [index, step] of path.entries()) {
    const found = childOf(node, step);
    if (found === undefined) break;
    const wantsKey = onKey && index === path.length - 1;
    offset = (wantsKey ? found.keyOffset : undefined) ?? found.valueOffset ?? offset;
    node = found.value;
  }
  return offset;
}

interface Child {
  readonly keyOffset?: number;
  readonly valueOffset?: number;
  readonly value: Node | null;
}

function childOf(node: Node | null, step: string | number): Child | undefined {
  if (isSeq<Node>(node)) {
    const value = typeof step === "number" ? node.items[step] : undefined;
    return value && { valueOffset: value.range?.[0], value };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined) return undefined;
  const keyOffset = pair.key.range?.[0];
  return {
    keyOffset,
    valueOffset: isWritten(pair.value) ? pair.value.range?.[0] : keyOffset,
    value: pair.value,
  };
}

/** False for the null that stands for nothing after a colon: it has no place of its own. */
function isWritten(value: Node | null): value is Node {
  return value !== null && !(isScalar(value) && value.value === null && value.source === "");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
