import type { Path, ResourceChange } from "../model";
import { actionOf, reasonOf, wordsOf } from "./actions";
import { field, fieldBelow, isList, isRecord, listOf, sameJson, textOf, type Json } from "./json";
import { clean, hasUnknown } from "./secrets/clean";
import { gather, gatherText } from "./secrets/gather";
import { Hiding } from "./secrets/hiding";
import { union } from "./secrets/mask";
import type { PublicWords } from "./secrets/public-words";
import type { SecretLiterals, Vault } from "./secrets/vault";

/** Gathers what is secret and what is public in one entry of `resource_changes`, `resource_drift` or the like. */
export function gatherChange(
  entry: Json,
  into: { readonly literals: SecretLiterals; readonly publicWords: PublicWords },
): void {
  const change = field(entry, "change");
  const isSame = isUnchanged(change);
  into.publicWords.addResource(entry, isSame ? ["before"] : ["before", "after"]);
  for (const text of [...textsOfPlace(entry), fieldBelow(change, "importing", "id")]) {
    gatherText(text, into.literals);
  }
  const hiding = hidingOf(entry, change);
  const [before, after] = [field(change, "before"), field(change, "after")];
  gather(before, hiding, into);
  if (!isSame) gather(after, hiding, into);
  for (const side of ["before_identity", "after_identity"])
    gather(field(change, side), Hiding.of(undefined), into);
}

const textsOfPlace = (entry: Json): (Json | undefined)[] =>
  ["address", "previous_address", "index"].map((key) => field(entry, key));

/** Reads one entry, which may have any shape, without its secrets. */
export function resourceChange(entry: Json, position: number, vault: Vault): ResourceChange {
  const change = field(entry, "change");
  const words = isRecord(change) ? wordsOf(change.actions) : [];
  const action = actionOf(words);
  const hiding = hidingOf(entry, change);
  const before = clean(field(change, "before"), hiding, vault);
  const reason = reasonOf(field(entry, "action_reason"));
  const importing = importingOf(field(change, "importing"), vault);
  const { address, deposed, previousAddress, index, mode, type, name, provider } = placeOf(
    entry,
    position,
    vault,
  );
  return {
    address,
    ...(deposed === undefined ? {} : { deposed }),
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...{ mode, type, name },
    ...(index === undefined ? {} : { index }),
    ...{ provider, action },
    actions: words.map((word) => vault.text(word)),
    ...(reason === undefined ? {} : { reason }),
    before,
    after: isUnchanged(change)
      ? before
      : clean(field(change, "after"), hiding, vault, field(change, "after_unknown")),
    replacePaths: replacePathsOf(field(change, "replace_paths"), vault),
    ...(importing === undefined ? {} : { importing }),
    onlySensitivity: action === "update" && differsInMasksOnly(change),
  };
}

/** True for an entry that is certain to say that nothing happens: of a known type, not moved, not taken over. */
export function staysAsItIs(entry: Json): boolean {
  const change = field(entry, "change");
  const actions = field(change, "actions");
  return (
    isList(actions) &&
    actions.length === 1 &&
    actions[0] === "no-op" &&
    textOf(field(entry, "type")) !== undefined &&
    [field(entry, "previous_address"), field(change, "importing")].every((part) => part === undefined)
  );
}

function hidingOf(entry: Json, change: Json | undefined): Hiding {
  const mask = union(field(change, "before_sensitive"), field(change, "after_sensitive"));
  return Hiding.of(mask, textOf(field(entry, "type")));
}

/** A `no-op` that is one: both sides can be one and the same. */
const isUnchanged = (change: Json | undefined): boolean =>
  actionOf(wordsOf(field(change, "actions"))) === "no-op" &&
  !hasUnknown(field(change, "after_unknown")) &&
  sameJson(field(change, "before"), field(change, "after"));

/** Which resource an entry is about. */
interface Place {
  readonly address: string;
  readonly deposed: string | undefined;
  readonly previousAddress: string | undefined;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly provider: string;
}

function placeOf(entry: Json, position: number, vault: Vault): Place {
  const text = (key: string): string | undefined => {
    const found = field(entry, key);
    return typeof found === "string" && found !== "" ? vault.text(found) : undefined;
  };
  const address = text("address") ?? `(unnamed ${position})`;
  const previous = text("previous_address");
  const index = field(entry, "index");
  return {
    address,
    deposed: text("deposed") ?? text("deposed_key"),
    previousAddress: previous === address ? undefined : previous,
    // An ephemeral resource is only read, too.
    mode: ["data", "ephemeral"].includes(text("mode") ?? "") ? "data" : "managed",
    type: text("type") ?? partOf(address, 1),
    name: text("name") ?? partOf(address, 2),
    index: typeof index === "number" ? index : text("index"),
    provider: (text("provider_name") ?? "").split("/").slice(-2).join("/"),
  };
}

/** The type or the name in an address, for an entry that does not say it. */
const partOf = (address: string, group: 1 | 2): string =>
  /(?:^|\.)([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)(?:\[[^\]]*\])?$/.exec(address)?.[group] ?? "";

function replacePathsOf(paths: Json | undefined, vault: Vault): Path[] {
  return listOf(paths).map((path) =>
    (isList(path) ? path : [path]).flatMap((step): (string | number)[] => {
      if (typeof step === "string") return [vault.key(step)];
      return typeof step === "number" ? [step] : [];
    }),
  );
}

/** @returns undefined when nothing is taken over; the id only when it is known and not hidden */
function importingOf(importing: Json | undefined, vault: Vault): { id?: string } | undefined {
  if (importing === undefined || importing === null || importing === false) return undefined;
  const id = textOf(field(importing, "id"));
  const isKnown = id !== undefined && id !== "" && field(importing, "unknown") !== true;
  return isKnown ? { id: vault.text(id) } : {};
}

function differsInMasksOnly(change: Json | undefined): boolean {
  return (
    !hasUnknown(field(change, "after_unknown")) &&
    sameJson(field(change, "before"), field(change, "after")) &&
    !sameJson(field(change, "before_sensitive"), field(change, "after_sensitive"))
  );
}
