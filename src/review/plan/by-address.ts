interface Addressed {
  readonly address: string;
  readonly deposed?: string;
}

/** Sorts by address, `[2]` before `[10]`; at the same address, deposed objects come last. */
export function byAddress<T extends Addressed>(changes: readonly T[]): T[] {
  return changes
    .map((change) => ({ change, parts: partsOf(change.address) }))
    .sort((a, b) => compareParts(a.parts, b.parts) || compareText(a.change.deposed, b.change.deposed))
    .map(({ change }) => change);
}

type Part = string | bigint;

/** The address cut at its numeric indexes. */
const partsOf = (address: string): readonly Part[] =>
  address.includes("[")
    ? address.split(/\[(\d+)\]/).map((part, at) => (at % 2 === 1 ? BigInt(part) : part))
    : [address];

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at] ?? "", b[at] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

const compareText = (a = "", b = ""): number => (a === b ? 0 : a < b ? -1 : 1);
