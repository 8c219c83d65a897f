import { plain, say, type AccessChange, type Text } from "../../model";
import { alike } from "./alike";
import { sortedAccess } from "./list-order";
import { naturally, sortedNames } from "./order";
import { counted, numeral, someOf } from "./words";

/** What is told of access in one line, and the changes behind it. */
export interface AccessLine {
  readonly direction: AccessChange["direction"];
  /** `agreement` of the mesh; `own`, what a domain may do with its own; `open`, all else. */
  readonly kind: "agreement" | "own" | "open";
  /** True when both sides of the mesh are known, and nothing in it explains the change. */
  readonly isUnexplained: boolean;
  /** The sentence; with `…` for what differs where several are told in one line; the domain where it is its own. */
  readonly sentence: Text;
  /** Sorted. */
  readonly systems: readonly string[];
  /** How many times it is so: in several stacks, or of several things alike. */
  readonly times: number;
  /** All that it tells. */
  readonly changes: readonly AccessChange[];
  /** What is folded below it; not the line itself once more. */
  readonly details: readonly AccessChange[];
}

/** From so many lines on that differ in names only, one is told for all. */
const MANY_ALIKE = 4;

/** An answer and a list are made from them, several times. */
const KNOWN = new WeakMap<readonly AccessChange[], readonly AccessLine[]>();

/**
 * Access as a reviewer has to know it: first who may read what by the agreements of the mesh, each with what carries it
 * out below it; then what no agreement explains, each by itself; then what domains may do with their own, counted.
 */
export function accessLinesOf(access: readonly AccessChange[]): readonly AccessLine[] {
  const known = KNOWN.get(access);
  if (known !== undefined) return known;
  const all = sortedAccess(access);
  const lines = [...agreementLines(all), ...openLines(all), ...ownLines(all)];
  KNOWN.set(access, lines);
  return lines;
}

/** What an answer counts: everything but what domains may do with their own. */
export function accessCounts(access: readonly AccessChange[]) {
  const lines = accessLinesOf(access).filter(({ kind }) => kind !== "own");
  const count = (some: readonly AccessLine[]): number =>
    some.reduce((sum, { kind, details }) => sum + (kind === "open" ? Math.max(1, details.length) : 1), 0);
  const [gained, changed, lost] = (["gained", "changed", "lost"] as const).map((direction) =>
    lines.filter((line) => line.direction === direction),
  );
  return {
    ...{ gained: count(gained ?? []), changed: count(changed ?? []), lost: count(lost ?? []) },
    gainedUnexplained: count((gained ?? []).filter(({ isUnexplained }) => isUnexplained)),
  };
}

const keyOf = ({ direction, because }: AccessChange): string => JSON.stringify([direction, because]);

function agreementLines(all: readonly AccessChange[]): AccessLine[] {
  const carrying = new Map(
    grouped(
      all.filter((change) => change.because?.kind === "agreement" && !isOfMesh(change)),
      keyOf,
    ),
  );
  const told = all.filter(isOfMesh).map((agreement): AccessLine => {
    const details = carrying.get(keyOf(agreement)) ?? [];
    carrying.delete(keyOf(agreement));
    return agreementLine(agreement.direction, agreement.sentence, [agreement], details);
  });
  // What carries out an agreement that stays as it was.
  const stood = [...carrying.values()].flatMap((details): AccessLine[] => {
    const [{ direction, because } = {}] = details;
    if (direction === undefined || because?.kind !== "agreement") return [];
    const sentence = say`${because.reader} may read ${because.port}, as it was agreed before`;
    return [agreementLine(direction, sentence, [], details)];
  });
  return [...told, ...stood];
}

const agreementLine = (
  direction: AccessLine["direction"],
  sentence: Text,
  agreement: readonly AccessChange[],
  details: readonly AccessChange[],
): AccessLine => ({
  ...{ direction, sentence, details, kind: "agreement", isUnexplained: false, times: 1 },
  ...{ systems: systemsOf(details), changes: [...agreement, ...details] },
});

function openLines(all: readonly AccessChange[]): AccessLine[] {
  const open = all.filter(
    (change) => !isOfMesh(change) && (change.because === undefined || change.because.kind === "none"),
  );
  const same = [
    ...grouped(open, ({ direction, system, sentence, because }) =>
      JSON.stringify([direction, system, plain(sentence), because]),
    ).values(),
  ];
  const rows = same.flatMap((changes) => {
    const [first] = changes;
    return first === undefined ? [] : [{ ...first, changes }];
  });
  return alike(
    rows,
    ({ sentence }) => sentence,
    ({ direction, system, because }) => JSON.stringify([direction, system, because]),
  ).flatMap(({ items, shared, names }) => {
    const told = items.length < MANY_ALIKE ? items.map((item) => [item]) : [items];
    return told.flatMap((some): AccessLine[] => {
      const [first] = some;
      if (first === undefined) return [];
      const { direction, sentence, system, because } = first;
      return [
        {
          ...{ direction, kind: "open", isUnexplained: because !== undefined, systems: [system] },
          ...{ sentence: some.length > 1 ? [...shared, ...who(names)] : sentence, times: sum(some) },
          changes: some.flatMap(({ changes }) => changes),
          details: some.length > 1 ? some.flatMap(({ changes }) => changes.slice(0, 1)) : [],
        },
      ];
    });
  });
}

/** The first of those that a sentence is said of, where they differ in one name. */
function who(names: readonly (readonly string[])[]): Text {
  const single = names.flatMap((each) => (each.length === 1 ? each : []));
  return single.length < names.length ? [] : [": ", ...someOf(single, MOST_NAMES)];
}

/** Names that stand in a line that is told for many. */
const MOST_NAMES = 3;

function ownLines(all: readonly AccessChange[]): AccessLine[] {
  const own = all.filter(({ because }) => because?.kind === "own");
  return [...grouped(own, keyOf).values()]
    .flatMap((details): AccessLine[] => {
      const [{ direction, because } = {}] = details;
      if (direction === undefined || because?.kind !== "own") return [];
      return [
        {
          ...{ direction, kind: "own", isUnexplained: false, details, systems: systemsOf(details) },
          ...{ sentence: [{ code: because.domain }], times: details.length, changes: details },
        },
      ];
    })
    .sort((a, b) => naturally(plain(a.sentence), plain(b.sentence)));
}

const isOfMesh = ({ system }: AccessChange): boolean => system === "mesh";

const sum = (rows: readonly { readonly changes: readonly unknown[] }[]): number =>
  rows.reduce((total, { changes }) => total + changes.length, 0);

const systemsOf = (changes: readonly AccessChange[]): readonly string[] =>
  sortedNames(changes.map(({ system }) => system));

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = groupOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const UNEXPLAINED: Readonly<Record<AccessLine["direction"], string>> = {
  gained: "gained, by no agreement",
  changed: "changed, by no agreement",
  lost: "lost, and no agreement ends",
};

/** What stands before the sentence: `gained`; it is said where no agreement explains it. */
export const accessWord = ({ direction, isUnexplained }: AccessLine): string =>
  isUnexplained ? UNEXPLAINED[direction] : direction;

const WITHIN: Readonly<Record<AccessLine["direction"], string>> = {
  gained: "gain",
  changed: "have otherwise",
  lost: "lose",
};

/** The whole line, with the systems it is about. */
export function accessText({ kind, direction, sentence, systems, times, details }: AccessLine): Text {
  const count = details.length;
  if (kind === "agreement") {
    const words = `${counted(count, "change")} of ${inWords(systems)} ${count === 1 ? "carries" : "carry"} it out`;
    return count === 0 ? sentence : [...sentence, `; ${words}`];
  }
  if (kind === "own") {
    const words = `${WITHIN[direction]} ${counted(count, "access", "accesses")} to what is its own`;
    return say`within ${sentence}, its own apps and roles ${[words]} (${[inWords(systems)]})`;
  }
  const often =
    times === 1 ? "" : count === 0 ? `, in ${numeral(times)} stacks` : `, ${numeral(times)} times`;
  return [...sentence, ` (${inWords(systems)}${often})`];
}

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
