import type { CheckResult, OutputChange } from "../model";
import { actionOf, wordsOf } from "./actions";
import { entriesOf, field, fieldBelow, isRecord, listOf, textOf, type Json } from "./json";
import type { Vault } from "./secrets/vault";

/** Root outputs that change, by name. */
export function outputsOf(document: Json, vault: Vault): OutputChange[] {
  return entriesOf(field(document, "output_changes"))
    .map(([name, change]) => ({
      name: vault.text(name),
      action: actionOf(isRecord(change) ? wordsOf(change.actions) : []),
      sensitive: [field(change, "before_sensitive"), field(change, "after_sensitive")].some(marksAnything),
    }))
    .filter(({ action }) => action !== "no-op")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const marksAnything = (mask: Json | undefined): boolean => mask !== undefined && mask !== false;

/** What all checks say. */
export const messagesOf = (document: Json): string[] =>
  listOf(field(document, "checks")).flatMap(messagesOfCheck);

const messagesOfCheck = (check: Json): string[] =>
  listOf(field(check, "instances"))
    .flatMap((instance) => listOf(field(instance, "problems")))
    .flatMap((problem) => textOf(field(problem, "message")) ?? []);

/** Checks that failed or could not run; those that wait for the apply are no news. */
export function checksOf(document: Json, vault: Vault): CheckResult[] {
  return listOf(field(document, "checks")).flatMap((check) => {
    const status = field(check, "status");
    if (status !== "fail" && status !== "error") return [];
    const about = fieldBelow(check, "address", "to_display");
    const messages = messagesOfCheck(check);
    return [
      {
        about: vault.text(textOf(about) ?? "(unnamed check)"),
        status,
        messages: [...new Set(messages)].map((message) => vault.text(message)),
      },
    ];
  });
}
