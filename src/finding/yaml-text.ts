import { Composer, Parser, type CST, type Document } from "yaml";
import type { Position } from "./finding";

/** Most collections inside each other that a file may have; deeper ones are refused before they are composed. */
export const MAX_DEPTH = 64;

/** What the `yaml` package makes of a text. */
export interface ParsedText {
  readonly documents: readonly Document.Parsed[];
  /** Offset at which the nesting passes {@link MAX_DEPTH}; there are no documents then. */
  readonly tooDeepAt?: number;
}

/**
 * Parses a text into documents with offsets, for a reader that checks them itself: duplicate keys stay in (the package
 * compares every key with every other), aliases are not resolved, merge keys are plain keys.
 *
 * The package composes recursively, and running out of stack there can end the whole process; so the depth is measured
 * on its flat tokens first.
 */
export function parseText(text: string): ParsedText {
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(text)) {
    const tooDeepAt = offsetBelow(token, MAX_DEPTH);
    if (tooDeepAt !== undefined) return { documents: [], tooDeepAt };
    tokens.push(token);
  }
  const composer = new Composer({ schema: "core", merge: false, uniqueKeys: false, keepSourceTokens: false });
  return { documents: [...composer.compose(tokens, true, text.length)] };
}

/** Line and column of an offset, counted from 1. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

function offsetBelow(root: CST.Token, maxDepth: number): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === "document") {
      if (token.value) open.push({ token: token.value, depth });
    } else if ("items" in token) {
      if (depth === maxDepth) return token.offset;
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
