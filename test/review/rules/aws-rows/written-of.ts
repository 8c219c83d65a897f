import type { Value } from "../../../../src/review/model";
import type { WrittenRow } from "../rows/row";

type Fields = Readonly<Record<string, Value>>;

/** Replaced although no argument forces it. */
export const TAINTED = "tainted";

/** Rows of a type, whose attributes are, unless they say otherwise, those of a base; undefined where it is not there. */
export const writtenOf =
  (type: string, base: Fields) =>
  (
    what: string,
    [before, after]: readonly [Fields | undefined, Fields | undefined],
    forces: readonly string[] | typeof TAINTED,
    ...says: string[]
  ): WrittenRow => ({
    ...{ what, says },
    change: {
      type,
      before: before === undefined ? null : { ...base, ...before },
      after: after === undefined ? null : { ...base, ...after },
      ...(forces === TAINTED
        ? { action: "replace" as const, reason: "replace_because_tainted" }
        : { replacePaths: forces.map((path) => [path]) }),
    },
  });
