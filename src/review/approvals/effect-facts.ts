import { at, type Effect, type ResourceChange, type Value } from "../model";
import { distinctionOf } from "../things";
import { canonical } from "./canonical";

/**
 * Where it is, which thing it is, which rule says so, and what changes: nothing that a provider computes, and nothing of
 * the words of the sentence, so that the same effect has the same facts in a preview and in the plan that is applied.
 */
export function effectFacts(change: ResourceChange, { rule, cause = [], also = [] }: Effect): string {
  const { address, deposed, before, after } = change;
  const values = [...(cause.length === 0 ? [] : [cause]), ...also].flatMap((path): Value[] => [
    valueAt(before, path),
    valueAt(after, path),
  ]);
  return canonical([
    address,
    deposed ?? null,
    rule,
    [...cause],
    values,
    distinctionOf(change, before) ?? null,
  ]);
}

const valueAt = (value: Value, cause: readonly (string | number)[]): Value => at(value, ...cause) ?? null;
