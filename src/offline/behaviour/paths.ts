import type { Path, Value } from "../model";
import { isFields } from "./values";

/** A value and where it is. */
export interface Located {
  readonly path: Path;
  readonly value: Value;
}

/** The values at a dotted path of a fact, in which `*` stands for every element; absent ones are left out. */
export function valuesAt(value: Value, pattern: string): readonly Located[] {
  return pattern
    .split(".")
    .reduce<readonly Located[]>(
      (found, step) => found.flatMap((located) => stepInto(located, step)),
      [{ path: [], value }],
    );
}

function stepInto({ path, value }: Located, step: string): readonly Located[] {
  if (step !== "*") {
    return isFields(value) && value[step] !== undefined
      ? [{ path: [...path, step], value: value[step] }]
      : [];
  }
  if (Array.isArray(value))
    return value.map((element: Value, index) => ({ path: [...path, index], value: element }));
  // a block that occurs once is no list: `*` stands for the block itself
  return isFields(value) ? [{ path, value }] : [];
}

/** The plugin SDK's way to write a path, such as `rule.0.status`. */
export const sdkPath = (path: Path): string => path.join(".");
