import type { ReadResult, Value } from "../model";
import { isAbandoned, settled, type Thing, type World, type WorldView } from "../world";
import { isOrphan, stateOf, type Job } from "./apply";
import { failure } from "./diagnostics";
import { blank, isFields } from "./values";

/** What the world says of a thing in a state; nothing when it, or what it cannot be without, is gone. */
export async function read(job: Job, current: Value, world: World | undefined): Promise<ReadResult> {
  const { type, facts, block, context } = job;
  if (!isFields(current)) return { state: null, diagnostics: [] };
  if (world === undefined) return { state: current, diagnostics: [] };

  const identity = facts.identity(current, context);
  const thing = world.view((view) => {
    const found = view.get(type, identity) ?? renamed(view, type, identity);
    return found === undefined || isOrphan(facts, { ...current, ...found.attributes }, context, view)
      ? undefined
      : found;
  });
  if (thing === undefined) return { state: null, diagnostics: [] };
  // a state holds it: it is no longer what a killed process may have left behind
  if (isAbandoned(thing) && thing.formerly !== identity)
    await world.transact((draft) => draft.put(type, identity, settled(thing)));
  return { state: stateOf(facts, block, current, thing.attributes), diagnostics: [] };
}

/** What a killed process has renamed: the state has not heard of it, and only keeps it if there is something to apply. */
function renamed(view: WorldView, type: string, identity: string): Thing | undefined {
  const isIt = (thing: Thing): boolean => thing.formerly === identity && isAbandoned(thing);
  return view.list(type).find(([, thing]) => isIt(thing))?.[1];
}

/** The thing with an id, as the world has it. */
export function importState(job: Job, id: string, world: World | undefined): ReadResult {
  const { type, facts, block, context } = job;
  const named = facts.importer?.(id, context) ?? `resource ${type} doesn't support import`;
  if (typeof named === "string") return { state: null, diagnostics: [failure(named)] };

  const start = { ...blank(block), id, ...named };
  const thing = world?.get(type, facts.identity(start, context));
  if (thing !== undefined) return { state: stateOf(facts, block, start, thing.attributes), diagnostics: [] };
  return {
    state: null,
    diagnostics: [
      failure(
        "Cannot import non-existent remote object",
        undefined,
        `There is no ${type} with the id '${id}' in the offline world; check the id, or let Terraform create it.`,
      ),
    ],
  };
}
