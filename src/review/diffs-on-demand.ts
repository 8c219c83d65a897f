import { attributeDiffs, type AttributeDiffs } from "./diff";
import type { ResourceChange } from "./model";

/** The last ones that were made: who asks for one half of them asks for the other one next. */
let last: { readonly change: ResourceChange; readonly diffs: AttributeDiffs } | undefined;

/**
 * How the attributes of a resource change, made when it is asked for: a thousand stacks have millions of them, which
 * would take more memory than all plans together, and a comment shows very few.
 */
export function diffsOnDemand(
  change: ResourceChange,
  inputs?: ReadonlyMap<string, readonly string[]>,
): () => AttributeDiffs {
  return () => {
    if (last?.change !== change) last = { change, diffs: attributeDiffs(change, inputs) };
    return last.diffs;
  };
}
