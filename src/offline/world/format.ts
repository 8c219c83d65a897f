import type { StoreChange, Thing, Things } from "./thing";

/** The version of the store's form. */
export const FORMAT = 1;

/** The store's main file, parsed. */
export interface Snapshot {
  /** Counts how often the file was written: a journal belongs to one generation. */
  readonly generation: number;
  readonly seed: string;
  readonly things: Things;
}

/** The main file's text: pretty, its keys in order, so that it can be read, compared and edited. */
export function snapshotText({ generation, seed, things }: Snapshot): string {
  const byType = sorted([...things].map(([type, ofType]) => [type, sorted(ofType)] as const));
  return `${JSON.stringify({ format: FORMAT, generation, seed, things: byType }, inOrder, 2)}\n`;
}

/**
 * Parses the main file.
 *
 * @throws Error with what is wrong with the text.
 */
export function parseSnapshot(text: string): Snapshot {
  const document: unknown = JSON.parse(text, revived);
  if (!isRecord(document) || !isRecord(document.things)) throw new Error("it is no object with 'things'");
  if (document.format !== FORMAT) throw new Error(`its format is ${String(document.format)}, not ${FORMAT}`);
  if (typeof document.seed !== "string") throw new Error("'seed' is no text");
  const generation = typeof document.generation === "number" ? document.generation : 0;
  const things: Things = new Map(
    Object.entries(document.things).map(([type, ofType]) => {
      if (!isRecord(ofType)) throw new Error(`'things.${type}' is no object`);
      return [
        type,
        new Map(Object.entries(ofType).map(([id, thing]) => [id, checked(thing, `${type} '${id}'`)])),
      ];
    }),
  );
  return { generation, seed: document.seed, things };
}

/** One transaction as a line of the journal. */
export const journalLine = (changes: readonly StoreChange[]): string =>
  `${JSON.stringify(changes, inOrder)}\n`;

/**
 * Parses a line of the journal.
 *
 * @throws Error when it is none.
 */
export function parseJournalLine(line: string): readonly StoreChange[] {
  const changes: unknown = JSON.parse(line, revived);
  if (!Array.isArray(changes)) throw new Error("a line is no list of changes");
  return changes.map((change: unknown): StoreChange => {
    const [kind, type, identity, thing] = Array.isArray(change) ? (change as unknown[]) : [];
    if (typeof type !== "string" || typeof identity !== "string") throw new Error("a change names no thing");
    if (kind === "remove") return ["remove", type, identity];
    if (kind === "put") return ["put", type, identity, checked(thing, `${type} '${identity}'`)];
    throw new Error(`'${String(kind)}' is no kind of change`);
  });
}

function checked(thing: unknown, what: string): Thing {
  if (
    isRecord(thing) &&
    isRecord(thing.attributes) &&
    (thing.marks === undefined || Array.isArray(thing.marks))
  ) {
    return thing as unknown as Thing;
  }
  throw new Error(`${what} is no object with 'attributes'`);
}

const BIG = "$big";

/** Numbers beyond 2^53 are written as text, keys in order. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { [BIG]: String(value) };
  return isRecord(value) ? sorted(Object.entries(value)) : value;
}

function revived(_key: string, value: unknown): unknown {
  return isRecord(value) && typeof value[BIG] === "string" ? BigInt(value[BIG]) : value;
}

function sorted<Item>(entries: Iterable<readonly [string, Item]>): Record<string, Item> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
