/** Characters that a text needs to be looked for. */
export const SHORTEST = 6;

/** Bits that one character moves the hash by: after six, nothing is left of a character. */
const SHIFT = 5;
const KEEP = (1 << (SHIFT * SHORTEST)) - 1;
const TABLE_BITS = 14;
const TABLE_MASK = (1 << TABLE_BITS) - 1;

/** Where a text was found in another one. */
export interface Match {
  readonly at: number;
  readonly length: number;
}

/**
 * Looks for many texts in another one at once, each of at least six characters. The time does not grow with their number:
 * a rolling hash of the last six characters tells where one of them may begin.
 */
export class LiteralMatcher {
  private readonly byHash = new Map<number, string[]>();
  private readonly mayBegin = new Uint8Array(1 << TABLE_BITS);

  constructor(literals: Iterable<string>) {
    for (const literal of new Set(literals)) {
      if (literal.length < SHORTEST) continue;
      const hash = hashOf(literal);
      const same = this.byHash.get(hash) ?? [];
      same.push(literal);
      same.sort((a, b) => b.length - a.length);
      this.byHash.set(hash, same);
      this.mayBegin[(hash ^ (hash >>> TABLE_BITS)) & TABLE_MASK] = 1;
    }
  }

  get isEmpty(): boolean {
    return this.byHash.size === 0;
  }

  /** The first place where one of them is, the longest one there; undefined when none is in the text. */
  find(text: string, from = 0): Match | undefined {
    if (this.isEmpty || text.length - from < SHORTEST) return undefined;
    const { mayBegin } = this;
    let hash = 0;
    for (let end = from; end < text.length; end++) {
      hash = ((hash << SHIFT) ^ text.charCodeAt(end)) & KEEP;
      if (mayBegin[(hash ^ (hash >>> TABLE_BITS)) & TABLE_MASK] === 0) continue;
      const at = end - SHORTEST + 1;
      if (at < from) continue;
      const found = this.byHash.get(hash)?.find((literal) => text.startsWith(literal, at));
      if (found !== undefined) return { at, length: found.length };
    }
    return undefined;
  }
}

function hashOf(literal: string): number {
  let hash = 0;
  for (let at = 0; at < SHORTEST; at++) hash = ((hash << SHIFT) ^ literal.charCodeAt(at)) & KEEP;
  return hash;
}
