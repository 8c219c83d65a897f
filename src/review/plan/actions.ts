import type { Action } from "../model";
import { listOf, type Json } from "./json";

/** What Terraform's lists of words mean; a list that is not here is `other`. */
const ACTIONS: Readonly<Record<string, Action>> = {
  "no-op": "no-op",
  create: "create",
  read: "read",
  // OpenTofu 1.11 says so of ephemeral resources, which other versions and Terraform leave out.
  open: "read",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete create": "replace",
  "create delete": "replace",
  "create forget": "create-forget",
  "forget create": "create-forget",
};

/** Terraform's and OpenTofu's own words for why something is done; new versions add to them. */
const REASONS: ReadonlySet<string> = new Set([
  "replace_because_tainted",
  "replace_because_cannot_update",
  "replace_by_request",
  "replace_by_triggers",
  "delete_because_no_resource_config",
  "delete_because_wrong_repetition",
  "delete_because_count_index",
  "delete_because_each_key",
  "delete_because_no_module",
  "delete_because_no_move_target",
  "delete_because_enabled_false",
  "forgot_because_lifecycle_destroy_in_state",
  "forgot_because_lifecycle_destroy_in_config",
  "read_because_config_unknown",
  "read_because_dependency_pending",
  "read_because_check_nested",
]);

/** The words as they are. */
export const wordsOf = (actions: Json | undefined): string[] =>
  listOf(actions).map((word) => (typeof word === "string" ? word : "unknown"));

/** What the words mean together. What is destroyed among words that are not known is destroyed. */
export function actionOf(words: readonly string[]): Action {
  const key = words.join(" ");
  if (Object.hasOwn(ACTIONS, key)) return ACTIONS[key] ?? "other";
  if (!words.includes("delete")) return "other";
  return words.includes("create") ? "replace" : "delete";
}

/** The reason when it is one of theirs; a word that is not known says nothing. */
export const reasonOf = (reason: Json | undefined): string | undefined =>
  typeof reason === "string" && REASONS.has(reason) ? reason : undefined;
