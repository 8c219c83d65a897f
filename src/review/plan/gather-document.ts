import {
  entriesOf,
  field,
  fieldBelow,
  isList,
  isRecord,
  listOf,
  textOf,
  type Json,
  type JsonRecord,
} from "./json";
import { gatherChange } from "./resource-change";
import { messagesOf } from "./outcomes";
import { gather, gatherText } from "./secrets/gather";
import { Hiding } from "./secrets/hiding";
import { union } from "./secrets/mask";
import { PublicWords } from "./secrets/public-words";
import { secretsWithin } from "./secrets/secrets-within";
import { isSensitiveName } from "./secrets/sensitive-names";
import { SecretLiterals, type Vault } from "./secrets/vault";

/** How deep modules may be nested in what is looked through. */
const DEEPEST_MODULE = 50;

/**
 * Finds every secret that a plan tells, and locks it away.
 *
 * @param open words that are public, whatever secret they equal
 */
export function lockSecrets(document: JsonRecord, stack: string, open: Iterable<string>): Vault {
  const into = { literals: new SecretLiterals(), publicWords: new PublicWords(stack, open) };
  for (const entry of listOf(document.resource_changes)) gatherChange(entry, into);
  for (const entry of listOf(document.resource_drift)) gatherChange(entry, into);
  for (const entry of listOf(document.deferred_changes)) {
    const change = field(entry, "resource_change");
    if (change !== undefined) gatherChange(change, into);
  }
  for (const message of messagesOf(document)) gatherText(message, into.literals);
  gatherOutputs(document.output_changes, into.literals);
  gatherVariables(document, into.literals);
  gatherProviders(fieldBelow(document, "configuration", "provider_config"), into.literals);
  gatherDataSources(fieldBelow(document, "prior_state", "values", "root_module"), into, 0);
  return into.literals.locked(into.publicWords);
}

function gatherOutputs(outputs: Json | undefined, literals: SecretLiterals): void {
  for (const [name, change] of entriesOf(outputs)) {
    const mask = union(field(change, "before_sensitive"), field(change, "after_sensitive"));
    const hiding = Hiding.of(isSensitiveName(name) ? true : mask);
    for (const side of ["before", "after"]) {
      gather(field(change, side), hiding, { literals, publicWords: NOT_PUBLIC });
    }
  }
}

/** The values of outputs and variables tell nothing about what is public. */
const NOT_PUBLIC = { addIdentity: () => undefined };

function gatherVariables(document: JsonRecord, literals: SecretLiterals): void {
  const values = field(document, "variables");
  for (const [name, declared] of entriesOf(
    fieldBelow(document, "configuration", "root_module", "variables"),
  )) {
    const isSensitive = field(declared, "sensitive") ?? false;
    const hiding = Hiding.of(isSensitive !== false || isSensitiveName(name));
    for (const value of [field(declared, "default"), fieldBelow(values, name, "value")]) {
      gather(value, hiding, { literals, publicWords: NOT_PUBLIC });
    }
  }
  for (const [name, variable] of entriesOf(values)) {
    if (isSensitiveName(name)) literals.addAll(field(variable, "value"));
  }
}

/** Passwords of providers that are written in the configuration. */
function gatherProviders(expressions: Json | undefined, literals: SecretLiterals, name = ""): void {
  if (isList(expressions)) {
    for (const block of expressions) gatherProviders(block, literals, name);
  } else if (isRecord(expressions)) {
    const constant = field(expressions, "constant_value");
    if (typeof constant === "string") {
      if (isSensitiveName(name) && !constant.includes("${")) literals.add(constant);
      else for (const literal of secretsWithin(constant)) literals.add(literal);
    } else if (constant !== undefined) {
      gather(constant, Hiding.of(isSensitiveName(name)), { literals, publicWords: NOT_PUBLIC });
    } else {
      for (const [key, part] of Object.entries(expressions)) gatherProviders(part, literals, key);
    }
  }
}

/** Data sources that were read stand in the state before only, and what they read is copied into resources. */
function gatherDataSources(
  module: Json | undefined,
  into: { readonly literals: SecretLiterals; readonly publicWords: PublicWords },
  depth: number,
): void {
  if (module === undefined || depth > DEEPEST_MODULE) return;
  for (const resource of listOf(field(module, "resources"))) {
    if (textOf(field(resource, "mode")) !== "data") continue;
    const hiding = Hiding.of(field(resource, "sensitive_values"), textOf(field(resource, "type")));
    gather(field(resource, "values"), hiding, into);
  }
  for (const child of listOf(field(module, "child_modules"))) gatherDataSources(child, into, depth + 1);
}
