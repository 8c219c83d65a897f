import type { Arguments } from "../../../../e2e/support/stack-document";
import type { PlannedRow } from "../row";

/** A resource before and after; undefined where there is none. */
export type Sides = readonly [before: Arguments | undefined, after: Arguments | undefined];

/** Rows of a type, whose arguments are, unless they say otherwise, those of a base with a name. */
export const rowsOf =
  (type: string, base: (name: string) => Arguments) =>
  (name: string, what: string, [before, after]: Sides, ...says: string[]): PlannedRow => ({
    ...{ what, type, says },
    ...(before === undefined ? {} : { before: { ...base(name), ...before } }),
    ...(after === undefined ? {} : { after: { ...base(name), ...after } }),
  });
