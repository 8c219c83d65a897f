import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Difference } from "./compare";

/** A difference that is meant. */
export interface Reason {
  /** The pair's title. */
  readonly pair: string;
  /** The path of the difference; what is below it is meant too. */
  readonly path: string;
  readonly reason: string;
}

export const readReasons = (): Reason[] =>
  (parse(readFileSync(join(__dirname, "reasons.yaml"), "utf8")) as Reason[] | null) ?? [];

/** True when one of the reasons covers a difference of a pair. */
export const covers = ({ pair, path }: Reason, title: string, difference: Difference): boolean =>
  pair === title && (difference.path === path || difference.path.startsWith(`${path}.`));
