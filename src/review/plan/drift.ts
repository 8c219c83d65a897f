import { byAddress } from "./by-address";
import { field, isList, listOf, sameJson, textOf, type Json } from "./json";
import { actionOf, wordsOf } from "./actions";
import { resourceChange } from "./resource-change";
import type { Vault } from "./secrets/vault";
import type { ResourceChange } from "../model";

/** What others changed. */
export interface Drift {
  /** As far as it touches what is planned. */
  readonly drift: readonly ResourceChange[];
  /** How many other resources differ. */
  readonly otherDrift: number;
}

/**
 * Keeps of the drift what the plan reads or what it changes itself.
 *
 * @param planned what the plan changes
 */
export function driftOf(document: Json, planned: readonly ResourceChange[], vault: Vault): Drift {
  const changed = new Set(planned.filter(({ action }) => action !== "no-op").map(({ address }) => address));
  const relevant = relevantAttributes(document);
  const entries = listOf(field(document, "resource_drift"))
    .map((entry, at) => ({ entry, change: resourceChange(entry, at + 1, vault) }))
    .filter(({ entry }) => !isNothing(entry));
  const kept = entries.filter(({ entry, change }) => changed.has(change.address) || isRead(entry, relevant));
  return { drift: byAddress(kept.map(({ change }) => change)), otherDrift: entries.length - kept.length };
}

const isNothing = (entry: Json): boolean =>
  actionOf(wordsOf(field(field(entry, "change"), "actions"))) === "no-op";

/** By address: the paths that the plan was made from. */
function relevantAttributes(document: Json): ReadonlyMap<string, readonly (readonly Json[])[]> {
  const found = new Map<string, (readonly Json[])[]>();
  for (const entry of listOf(field(document, "relevant_attributes"))) {
    const resource = textOf(field(entry, "resource"));
    const path = field(entry, "attribute");
    if (resource === undefined) continue;
    const paths = found.get(resource) ?? [];
    paths.push(isList(path) ? path : []);
    found.set(resource, paths);
  }
  return found;
}

/** True when something that drifted is what the plan was made from. */
function isRead(entry: Json, relevant: ReturnType<typeof relevantAttributes>): boolean {
  const address = textOf(field(entry, "address")) ?? "";
  const change = field(entry, "change");
  const paths = relevant.get(address) ?? relevant.get(address.replace(/\[[^\]]*\]$/, "")) ?? [];
  return paths.some(
    (path) => !sameJson(below(field(change, "before"), path), below(field(change, "after"), path)),
  );
}

function below(value: Json | undefined, path: readonly Json[]): Json | undefined {
  return path.reduce<Json | undefined>((here, step) => {
    if (typeof step === "number" && isList(here)) return here[step];
    return typeof step === "string" ? field(here, step) : undefined;
  }, value);
}
