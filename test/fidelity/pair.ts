import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Attributes of a resource, or `absent` when the configuration does not have it. */
type Attributes = Readonly<Record<string, unknown>>;
type Written = Attributes | "absent";

/** One line of a data file, as written. Each side is `base` with what the side says instead. */
interface PairLine {
  readonly name: string;
  readonly before?: Written;
  readonly after?: Written;
  /** The attributes of the side that is there, instead of `base`. */
  readonly only?: Attributes;
  /** Values of `terraform_data.later.output` before and after: planned, the second is not known yet. */
  readonly later?: readonly [unknown, unknown];
  /** Values of the ephemeral `var.password` before and after. */
  readonly passwords?: readonly [string, string];
  readonly moved?: true;
  /** The id under which the resource of before, forgotten by the state, is imported. */
  readonly import?: string;
  /** True when the real provider asks its server while it plans. */
  readonly server?: true;
  /** What the real provider plans: the word for its action, and the paths that force a replacement. */
  readonly expect: string;
}

interface PairFile {
  readonly type: string;
  /** What is there before the pair: identities by type. */
  readonly world?: Readonly<Record<string, readonly string[]>>;
  readonly base: Attributes;
  readonly pairs: readonly PairLine[];
}

/** A pair of configurations of one resource. */
export interface Pair extends Omit<PairLine, "before" | "after" | "only"> {
  readonly type: string;
  /** Type and name: unique. */
  readonly title: string;
  readonly world: Readonly<Record<string, readonly string[]>>;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

const FOLDER = join(__dirname, "pairs");

/** All pairs, in the order of the files. */
export function readPairs(): Pair[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((name) => {
      const file = parse(readFileSync(join(FOLDER, name), "utf8"), { merge: true }) as PairFile;
      return file.pairs.map((line) => pairOf(file, line));
    });
}

function pairOf({ type, base, world = {} }: PairFile, { before, after, only, ...line }: PairLine): Pair {
  const title = `${type}: ${line.name}`;
  const written = (side: Written = {}) => (side === "absent" ? undefined : (only ?? { ...base, ...side }));
  return { ...line, type, title, world, before: written(before), after: written(after) };
}
