import { any, either, formatted, list, object, required, since, text, texts } from "./spec";
import type { FieldSpec, Fields, ObjectSpec } from "./spec";

/** Stable ids came with RFC 26. */
export const id: FieldSpec = since(1, formatted("id"));

/** What nearly every object has. */
export const custom: Fields = { customProperties: list("CustomProperty") };
export const definitions: Fields = { authoritativeDefinitions: list("AuthoritativeDefinition") };

/** A string, or an object: guidance for tools, since RFC 38. */
export const context: FieldSpec = since(2, either(text, object("Context")));

/** The objects that stand in many places. */
export const COMMON_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  CustomProperty: {
    label: "a custom property",
    fields: {
      id,
      property: required(text),
      value: required(any),
      description: since(1, text),
      vendor: since(2, formatted("vendor")),
    },
  },
  AuthoritativeDefinition: {
    label: "an authoritative definition",
    fields: { id, url: required(text), type: required(text), description: since(1, text) },
  },
  Context: {
    label: "the context",
    fields: {
      instructions: text,
      verifiedStatements: list("VerifiedStatement"),
      constraints: list("Constraint"),
    },
  },
  VerifiedStatement: {
    label: "a verified statement",
    fields: { id: text, question: required(text), answer: text, tags: texts, ...definitions, ...custom },
  },
  Constraint: {
    label: "a constraint",
    fields: { id: text, constraint: required(text), tags: texts, ...definitions, ...custom },
  },
  Synonym: {
    label: "a synonym",
    fields: {
      id,
      synonym: required(text),
      description: text,
      locale: text,
      source: text,
      status: text,
      ...custom,
    },
  },
  Role: {
    label: "a role",
    fields: {
      id,
      role: required(text),
      description: text,
      access: text,
      firstLevelApprovers: text,
      secondLevelApprovers: text,
      ...custom,
    },
  },
};
