import type { Value } from "../model";

/** One thing in a world, as its provider would report it. Never holds a secret. */
export interface Thing {
  readonly attributes: Readonly<Record<string, Value>>;
  /** What a person has said about it, such as `nonEmpty`; in order. @default none */
  readonly marks?: readonly string[];
  /** The process that made or renamed it, until a state is known to hold it. */
  readonly maker?: string;
  /** What it was asked to be, when made: to know it again when its maker was killed. */
  readonly asked?: string;
  /** What it was called before it was renamed: a state may know it by that, when who renamed it was killed. */
  readonly formerly?: string;
}

/** A change of the store; a transaction is a list of them. */
export type StoreChange =
  | readonly ["put", type: string, identity: string, thing: Thing]
  | readonly ["remove", type: string, identity: string];

/** All things, by type and by identity. */
export type Things = Map<string, Map<string, Thing>>;

/** Applies one change. */
export function applyChange(things: Things, change: StoreChange): void {
  const [kind, type, identity] = change;
  const ofType = things.get(type) ?? new Map<string, Thing>();
  if (kind === "put") ofType.set(identity, change[3]);
  else ofType.delete(identity);
  if (ofType.size === 0) things.delete(type);
  else things.set(type, ofType);
}
