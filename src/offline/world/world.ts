import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Draft, type WorldView } from "./draft";
import { storeFailure, WorldError } from "./error";
import type { Snapshot } from "./format";
import { DEFAULT_PATIENCE_MS, withLock } from "./lock";
import { isAlive, processToken } from "./process-token";
import { Store } from "./store";
import { sweepTemporaries } from "./temporary";
import { applyChange, type Thing } from "./thing";

/** The seed of a world that is not given one: the same identifiers on every machine. */
export const DEFAULT_SEED = "meshwright";

/** How a world starts and how patient it is. */
export interface WorldOptions {
  /** What makes its identifiers differ from those of other worlds; kept with the store. @default DEFAULT_SEED */
  readonly seed?: string;
  /** What is there before anyone makes anything: type, identity and attributes. @default nothing */
  readonly contents?: readonly (readonly [type: string, identity: string, attributes: Thing["attributes"]])[];
  /** How long to wait for another process's transaction, in milliseconds. @default DEFAULT_PATIENCE_MS */
  readonly patienceMs?: number;
}

/** A thing with its place in the world. */
export interface Found {
  readonly type: string;
  readonly identity: string;
  readonly thing: Thing;
}

/** The simulated world of one environment: every thing the providers have made, in a store other processes share. */
export class World {
  private readonly store: Store;
  private readonly token = processToken();
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly file: string,
    private readonly patienceMs: number,
    initial: Snapshot,
  ) {
    this.store = new Store(file, initial);
  }

  /**
   * Opens the world kept in `file`, which need not be there yet; its folder is made.
   *
   * @throws WorldError when the folder cannot be made, or the store cannot be read or understood.
   */
  static open(file: string, options: WorldOptions = {}): World {
    const { seed = DEFAULT_SEED, contents = [], patienceMs = DEFAULT_PATIENCE_MS } = options;
    const things: Snapshot["things"] = new Map();
    for (const [type, identity, attributes] of contents)
      applyChange(things, ["put", type, identity, { attributes }]);
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw storeFailure(file, "written", cause);
    }
    sweepTemporaries(file);
    const world = new World(file, patienceMs, { generation: 0, seed, things });
    world.store.current();
    return world;
  }

  /** What makes this world's identifiers its own. */
  get seed(): string {
    return this.store.current().seed;
  }

  /**
   * Runs `work` on the world as it is now and keeps what it changes, all of it or, when it throws, nothing. No other
   * process sees or changes anything in between.
   *
   * @throws WorldError when the store is locked for too long, cannot be written or cannot be understood.
   */
  transact<Result>(work: (draft: Draft) => Result): Promise<Result> {
    return this.exclusively(() => {
      const draft = new Draft(this.store.current(), this.token);
      const result = work(draft);
      if (draft.changes.length > 0) this.store.append(draft.changes);
      return result;
    });
  }

  /** Looks at the world without changing it; `look` must not keep what it is given. */
  view<Result>(look: (view: WorldView) => Result): Result {
    return look(new Draft(this.store.current(), this.token));
  }

  /** One thing, or nothing. */
  get(type: string, identity: string): Thing | undefined {
    return this.view((view) => view.get(type, identity));
  }

  /** Puts a thing, as a person changing the world by hand. */
  put(type: string, identity: string, thing: Thing): Promise<void> {
    return this.transact((draft) => draft.put(type, identity, thing));
  }

  /** Removes a thing, as a person changing the world by hand. True when it was there. */
  remove(type: string, identity: string): Promise<boolean> {
    return this.transact((draft) => draft.remove(type, identity));
  }

  /** Everything, or everything of a type, in order of type and identity. */
  list(type?: string): readonly Found[] {
    return this.view((view) =>
      (type === undefined ? view.types() : [type]).flatMap((name) =>
        view.list(name).map(([identity, thing]) => ({ type: name, identity, thing })),
      ),
    );
  }

  /**
   * Marks a thing, for example as `nonEmpty`: its provider then refuses to delete it.
   *
   * @param identity its identity or the last part of it, such as a schema's name without its database
   * @throws WorldError when no thing, or more than one, is called so.
   */
  mark(type: string, identity: string, mark: string, marked = true): Promise<Found> {
    return this.transact((draft) => {
      const found = one(type, identity, draft);
      const thing = draft.get(type, found) ?? { attributes: {} };
      const marks = [...new Set([...(thing.marks ?? []), mark])]
        .filter((each) => marked || each !== mark)
        .sort();
      const { marks: _before, ...rest } = thing;
      const after = marks.length === 0 ? rest : { ...rest, marks };
      draft.put(type, found, after);
      return { type, identity: found, thing: after };
    });
  }

  /**
   * Says that every state has been kept: what this process has made is settled and the store is one file again. To be
   * called when the command that used the engine has ended by itself; not when it was killed.
   */
  async settle(): Promise<void> {
    await this.transact((draft) => {
      for (const type of draft.types()) {
        for (const [identity, thing] of draft.list(type)) {
          if (thing.maker === this.token) draft.put(type, identity, settled(thing));
        }
      }
    });
    await this.fold();
  }

  /** Forgets everything: the next reader finds the world as it starts. */
  async reset(): Promise<void> {
    await this.exclusively(() => this.store.remove());
  }

  /** Writes the whole store to its one file. */
  async fold(): Promise<void> {
    await this.exclusively(() => {
      this.store.current();
      this.store.fold();
    });
  }

  private exclusively<Result>(work: () => Result): Promise<Result> {
    const turn = this.queue.then(() => withLock(this.file, this.patienceMs, work));
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

/** The thing once a state is known to hold it. */
export function settled({ maker: _maker, asked: _asked, formerly: _formerly, ...thing }: Thing): Thing {
  return thing;
}

/** True for a thing whose maker was killed before anyone knew whether a state holds it. */
export const isAbandoned = ({ maker }: Thing): boolean => maker !== undefined && !isAlive(maker);

function one(type: string, identity: string, view: WorldView): string {
  if (view.get(type, identity) !== undefined) return identity;
  const names = view.list(type).map(([name]) => name);
  const matches = names.filter((name) => name.endsWith(`/${identity}`) || name.endsWith(`.${identity}`));
  if (matches.length === 1 && matches[0] !== undefined) return matches[0];
  const known = matches.length > 1 ? matches : names;
  throw new WorldError(
    matches.length > 1
      ? `${type} '${identity}' is ambiguous; say which: ${matches.join(", ")}`
      : `there is no ${type} '${identity}' in this world; ` +
          (known.length === 0 ? `there is no ${type} at all` : `there are: ${known.slice(0, 20).join(", ")}`),
  );
}
