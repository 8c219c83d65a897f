import { isList, isRecord, type Json } from "../json";
import type { Hiding } from "./hiding";
import type { PublicWords } from "./public-words";
import { secretsWithin } from "./secrets-within";
import type { SecretLiterals } from "./vault";

/** Gathers the secrets inside a text that is printed. */
export function gatherText(text: Json | undefined, literals: SecretLiterals): void {
  if (typeof text === "string") for (const literal of secretsWithin(text)) literals.add(literal);
}

/**
 * Gathers the secrets of a value, and what is public in it.
 *
 * @param attribute whose value it is, or part of it
 */
export function gather(
  value: Json | undefined,
  hiding: Hiding,
  into: { readonly literals: SecretLiterals; readonly publicWords: Pick<PublicWords, "addIdentity"> },
  attribute = "",
): void {
  if (value === undefined || value === null || typeof value === "boolean") return;
  if (hiding.closes(value)) {
    into.literals.addAll(value);
    if (typeof value === "string") for (const literal of secretsWithin(value)) into.literals.add(literal);
  } else if (isList(value)) {
    value.forEach((element, at) => gather(element, hiding.element(at), into, attribute));
  } else if (isRecord(value)) {
    for (const key in value) {
      const part = value[key];
      if (part !== undefined) gather(part, hiding.field(key, part, value), into, key);
    }
  } else if (typeof value === "string") {
    const within = secretsWithin(value);
    for (const literal of within) into.literals.add(literal);
    if (within.length === 0) into.publicWords.addIdentity(attribute, value);
  }
}
