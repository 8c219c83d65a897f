import type { Value } from "../../../../../src/review/model";
import type { ChangeLike } from "../../../support/change";
import type { WrittenRow } from "../row";

type Fields = Readonly<Record<string, Value>>;

/** A resource as it is, and rows of how it changes: with an attribute that forces a replacement, or without. */
export function rowsOf(type: string, base: Fields, rows: readonly Written[]): WrittenRow[] {
  return rows.map(({ what, before, after, forces = [], says, ...said }) => ({
    ...{ what, says },
    change: {
      ...{ type, ...said },
      before: before === null ? null : { ...base, ...before },
      after: after === null ? null : { ...base, ...before, ...after },
      replacePaths: forces.map((path) => [path]),
    },
  }));
}

interface Written extends Partial<Omit<ChangeLike, "before" | "after">> {
  readonly what: string;
  readonly before?: Fields | null;
  readonly after?: Fields | null;
  readonly forces?: readonly string[];
  readonly says: readonly string[];
}

export const created = (what: string, says: readonly string[], after: Fields = {}): Written => ({
  what,
  before: null,
  after,
  says,
});

export const deleted = (what: string, says: readonly string[], before: Fields = {}): Written => ({
  what,
  before,
  after: null,
  says,
});

/** One row for each attribute that forces a replacement. */
export const forced = (before: Fields, after: Fields, says: readonly (readonly string[])[]): Written[] =>
  Object.keys(after).map((name, at) => ({
    ...{ what: `its ${name} changes`, before, forces: [name] },
    ...{ after: { [name]: after[name] ?? null }, says: says[at] ?? [] },
  }));

export const inPlace = (what: string, before: Fields, after: Fields, says: readonly string[]): Written => ({
  what,
  before,
  after,
  says,
});
