import { policyDiff } from "../access";
import { isFields, joined, pathText, type DiffLine, type Literal, type Path, type Value } from "../model";
import { dashboardDiff, isDashboard } from "./dashboard";
import { MAX_NESTING, parseExactly } from "../plan";
import { leafChanges, type LeafChange } from "./leaf-changes";
import { isList, sameValue, valueText } from "./values";

/** How two texts differ that are JSON documents. */
export type DocumentDiff = { readonly note: string } | { readonly lines: readonly DiffLine[] };

export const FORMATTING_ONLY = "formatting only";

/** Undefined when one of them is no JSON document, or they are the same text. */
export function documentDiff(before: string, after: string): DocumentDiff | undefined {
  const old = documentOf(before);
  const now = documentOf(after);
  if (old === undefined || now === undefined) return undefined;
  if (sameValue(old, now)) return { note: FORMATTING_ONLY };
  const lines = linesBetween(old, now, () => policyDiff(before, after));
  return lines.length === 0 ? { note: FORMATTING_ONLY } : { lines };
}

/** What a policy that is new says, statement by statement; undefined for any other text. */
export function newPolicy(text: string): DocumentDiff | undefined {
  const document = documentOf(text);
  return document !== undefined && isPolicy(document) ? { lines: policyDiff(NO_POLICY, text) } : undefined;
}

const NO_POLICY = '{"Statement":[]}';

/** Policies and dashboards are told by their parts. */
function linesBetween(old: Value, now: Value, policies: () => readonly DiffLine[]): readonly DiffLine[] {
  if (isPolicy(old) || isPolicy(now)) return policies();
  if (isDashboard(old) && isDashboard(now)) return dashboardDiff(old, now);
  return leafChanges(old, now, { nothingIsNothing: false }).flatMap(linesOf);
}

/** One line for each part that differs; for a list, one for each element. */
export function linesOf(change: LeafChange): DiffLine[] {
  const { path, before, after, elements, onlyOrder } = change;
  if (onlyOrder === true) return [{ sign: "~", text: [place(path), ": only the order"] }];
  if (elements !== undefined) {
    const line = (sign: "+" | "-") => (value: Value) => ({ sign, text: at(path, [valueText(value)]) });
    return [...elements.removed.map(line("-")), ...elements.added.map(line("+"))];
  }
  if (before === undefined) return [{ sign: "+", text: at(path, [valueText(after)]) }];
  if (after === undefined) return [{ sign: "-", text: at(path, [valueText(before)]) }];
  return [{ sign: "~", text: at(path, [valueText(before), valueText(after)]) }];
}

const at = (path: Path, values: readonly DiffLine["text"][]) =>
  path.length === 0 ? joined(values, " → ") : joined([[place(path)], joined(values, " → ")], ": ");

const place = (path: Path): Literal => ({ code: pathText(path) });

function documentOf(text: string): Value | undefined {
  if (!/^\s*[[{]/.test(text) || nestingOf(text) > MAX_NESTING) return undefined;
  try {
    const value: Value = parseExactly(text, /\d{16}|\d[eE]/.test(text));
    return isFields(value) || isList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isPolicy = (document: Value): boolean => isFields(document) && Object.hasOwn(document, "Statement");

/** How deep brackets are nested; those in strings may count too, which does no harm. */
function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
