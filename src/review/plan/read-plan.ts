import type { DeferredChange, Plan } from "../model";
import { byAddress } from "./by-address";
import { driftOf } from "./drift";
import { configuredIn, type Configured } from "./configured";
import { readDocument } from "./file/read-document";
import { lockSecrets } from "./gather-document";
import { field, listOf, textOf, type Json, type JsonRecord } from "./json";
import { checksOf, outputsOf } from "./outcomes";
import { referencesOf } from "./references";
import { resourceChange, staysAsItIs } from "./resource-change";
import { sealOf } from "./seal";
import type { SecretGuard } from "./secrets/secret-guard";
import type { Vault } from "./secrets/vault";

/** How to read a plan. */
export interface ReadPlanOptions {
  /** The stack it is of: for messages. */
  readonly stack: string;
  /**
   * Words that reports print anyhow, such as the names of domains, products and teams: a secret that equals one is weak,
   * and hidden only where it is a whole value.
   *
   * @default - none
   */
  readonly publicWords?: Iterable<string>;
  /**
   * Leaves out what stays as it is, except resources of these types when one of them changes. What is secret in them is
   * known all the same.
   *
   * @default - every resource is read
   */
  readonly unchangedOf?: readonly string[];
  /**
   * Says as well what the plan was made from, if anything of it is read.
   *
   * @default false
   */
  readonly configured?: boolean;
}

/** A plan, and who knows what was secret in it. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly secrets: SecretGuard;
  /** Only when it is asked for. */
  readonly configured?: Configured;
}

/**
 * Reads what `terraform show -json` says of a saved plan: of any 0.x or 1.x format of Terraform or OpenTofu, in UTF-8 or
 * UTF-16. Parts of a wrong shape never stop it and never go missing: they become changes that nobody understands.
 *
 * @throws PlanFileError when it is no plan.
 */
export function readPlan(
  bytes: Uint8Array,
  { stack, publicWords = [], unchangedOf, configured = false }: ReadPlanOptions,
): ReadPlan {
  const document = readDocument(bytes, stack);
  const vault = lockSecrets(document, stack, publicWords);
  const entries = listOf(document.resource_changes);
  const isRead = unchangedOf === undefined ? () => true : readOf(entries, unchangedOf);
  const changes = byAddress(
    entries.flatMap((entry, at) => (isRead(entry) ? [resourceChange(entry, at + 1, vault)] : [])),
  );
  const addresses = new Set(changes.map(({ address }) => address));
  const deferred = deferredOf(document, vault);
  const version = textOf(document.terraform_version);
  const seal = sealOf(document);
  const plan: Plan = {
    ...(version === undefined ? {} : { terraformVersion: vault.text(version) }),
    ...(seal === undefined ? {} : { seal: vault.text(seal) }),
    errored: isSet(document.errored),
    complete: (document.complete ?? true) === true && deferred.length === 0,
    ...(typeof document.applyable === "boolean" ? { applyable: document.applyable } : {}),
    changes,
    ...driftOf(document, changes, vault),
    outputs: outputsOf(document, vault),
    checks: checksOf(document, vault),
    deferred,
    actionInvocations:
      listOf(document.action_invocations).length + listOf(document.deferred_action_invocations).length,
    references: referencesOf(
      document.configuration,
      vault,
      (address) => unchangedOf === undefined || addresses.has(address),
    ),
  };
  return {
    ...{ plan, secrets: vault.guard() },
    ...(configured && changes.length > 0 ? { configured: configuredIn(document) } : {}),
  };
}

/** Tells which entries are read, when unchanged ones are of use next to changes of the same kind only. */
function readOf(entries: readonly Json[], types: readonly string[]): (entry: Json) => boolean {
  const isOfTypes = (entry: Json): boolean => types.includes(textOf(field(entry, "type")) ?? "");
  const areOfUse = entries.some((entry) => !staysAsItIs(entry) && isOfTypes(entry));
  return (entry) => !staysAsItIs(entry) || (areOfUse && isOfTypes(entry));
}

function deferredOf(document: JsonRecord, vault: Vault): DeferredChange[] {
  return listOf(document.deferred_changes).map((entry, at) => ({
    reason: vault.text(textOf(field(entry, "reason")) ?? "unknown"),
    change: resourceChange(field(entry, "resource_change") ?? null, at + 1, vault),
  }));
}

/** A flag of a wrong shape counts as set: it is there to warn. */
const isSet = (flag: Json | undefined): boolean => flag !== undefined && flag !== null && flag !== false;
