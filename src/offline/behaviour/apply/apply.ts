import type { ApplyResult, Value } from "../../model";
import { WorldError, type Draft, type World } from "../../world";
import { failure } from "../diagnostics";
import { isFields } from "../values";
import { create } from "./create";
import { destroy } from "./destroy";
import { Refusal, type Job } from "./job";
import { update } from "./update";

/**
 * Applies one change to the world. When it is refused or the world cannot be written, nothing has changed, and the
 * state returned is the one before.
 */
export async function applyChange(
  job: Job,
  prior: Value,
  planned: Value,
  world: World | undefined,
): Promise<ApplyResult> {
  const legacyTypeSystem = job.facts.library === "sdk";
  const change = (draft: Draft | undefined): Value => changed(job, prior, planned, draft);
  try {
    const state = world === undefined ? change(undefined) : await world.transact(change);
    return { state, legacyTypeSystem, diagnostics: [] };
  } catch (cause) {
    if (cause instanceof Refusal || cause instanceof WorldError) {
      return {
        state: isFields(prior) ? prior : null,
        legacyTypeSystem,
        diagnostics: [failure(cause.message)],
      };
    }
    throw cause;
  }
}

function changed(job: Job, prior: Value, planned: Value, draft: Draft | undefined): Value {
  if (isFields(prior) && isFields(planned)) return update(job, prior, planned, draft);
  if (isFields(planned)) return create(job, planned, draft);
  if (isFields(prior)) destroy(job, prior, draft);
  return null;
}
