import type { Snapshot } from "./format";
import type { StoreChange, Thing } from "./thing";

/** What can be asked of a world. */
export interface WorldView {
  readonly seed: string;
  get(type: string, identity: string): Thing | undefined;
  /** The things of a type in order of identity. */
  list(type: string): readonly (readonly [identity: string, thing: Thing])[];
  /** The types there is a thing of, in order. */
  types(): readonly string[];
}

/** A transaction under way: reads see its own changes, nothing is kept before it ends. */
export class Draft implements WorldView {
  private readonly changed = new Map<string, Map<string, Thing | undefined>>();

  constructor(
    private readonly base: Snapshot,
    /** Names the process that makes things in this transaction. */
    readonly maker: string,
  ) {}

  get seed(): string {
    return this.base.seed;
  }

  get changes(): readonly StoreChange[] {
    return [...this.changed].flatMap(([type, things]) =>
      [...things].map(([identity, thing]): StoreChange =>
        thing === undefined ? ["remove", type, identity] : ["put", type, identity, thing],
      ),
    );
  }

  get(type: string, identity: string): Thing | undefined {
    const changed = this.changed.get(type);
    return changed?.has(identity) ? changed.get(identity) : this.base.things.get(type)?.get(identity);
  }

  list(type: string): readonly (readonly [identity: string, thing: Thing])[] {
    const all = new Map<string, Thing | undefined>([
      ...(this.base.things.get(type) ?? []),
      ...(this.changed.get(type) ?? []),
    ]);
    return [...all]
      .flatMap(([identity, thing]) => (thing === undefined ? [] : [[identity, thing] as const]))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  types(): readonly string[] {
    const names = new Set([...this.base.things.keys(), ...this.changed.keys()]);
    return [...names].filter((type) => this.list(type).length > 0).sort();
  }

  put(type: string, identity: string, thing: Thing): void {
    this.note(type, identity, thing);
  }

  /** True when there was such a thing. */
  remove(type: string, identity: string): boolean {
    if (this.get(type, identity) === undefined) return false;
    this.note(type, identity, undefined);
    return true;
  }

  private note(type: string, identity: string, thing: Thing | undefined): void {
    const ofType = this.changed.get(type) ?? new Map<string, Thing | undefined>();
    this.changed.set(type, ofType.set(identity, thing));
  }
}
