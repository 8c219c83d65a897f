import { at, say, type Rename, type ResourceChange, type Value } from "../model";
import { IDENTITIES, isSameThing, thingOf } from "../things";

/**
 * Deletes and creates that are one thing under two addresses: equal in type, provider and all that identifies it. Each
 * is taken once, in the order of the changes; a thing that several claim goes to the first.
 */
export function renamesOf(changes: readonly ResourceChange[]): Rename[] {
  const made = new Pool(changes.filter(({ action, mode }) => action === "create" && mode === "managed"));
  return changes.filter(isTakenAway).flatMap((gone) => {
    const twin = made.take(gone);
    return twin === undefined ? [] : [renameOf(gone, twin)];
  });
}

/** What a failed replacement left behind has no address to move from. */
const isTakenAway = ({ action, mode, deposed }: ResourceChange): boolean =>
  action === "delete" && mode === "managed" && deposed === undefined;

/** Creations by a rough key, so that each deletion is compared with few of them. */
class Pool {
  private readonly byKey = new Map<string, ResourceChange[]>();

  constructor(created: readonly ResourceChange[]) {
    for (const change of created) {
      const key = keyOf(change, change.after);
      if (key === undefined) continue;
      const others = this.byKey.get(key);
      if (others === undefined) this.byKey.set(key, [change]);
      else others.push(change);
    }
  }

  /** The first that is the same thing, which is then taken. */
  take(gone: ResourceChange): ResourceChange | undefined {
    const candidates = this.byKey.get(keyOf(gone, gone.before) ?? "") ?? [];
    const at = candidates.findIndex(({ after }) => isSameThing(gone, gone.before, after));
    return at < 0 ? undefined : candidates.splice(at, 1)[0];
  }
}

/** Equal for the same things, and mostly for those alone. */
function keyOf({ type, provider }: ResourceChange, values: Value): string | undefined {
  const identity = IDENTITIES[type];
  if (identity === undefined) return undefined;
  const { attributes, filled = [] } = identity;
  const parts = attributes.filter((name) => !filled.includes(name)).map((name) => at(values, name));
  return JSON.stringify([type, provider, ...parts.filter((part) => typeof part === "string")]);
}

function renameOf(gone: ResourceChange, made: ResourceChange): Rename {
  return {
    from: gone.address,
    to: made.address,
    because: say`both are ${thingOf(gone)}`,
    moved: JSON.stringify({ moved: [{ from: gone.address, to: made.address }] }),
  };
}
