import { z } from "zod";
import { nearest, type Problem, type SourceRef } from "../../finding";
import type { ManifestCode } from "../codes";
import { isPlaceholder } from "../schema/scalars";
import { error, placeOf, printable, shown, type Wording } from "../problem";
import { identifierWording, otherNameWording } from "./names";
import {
  allowedBy,
  descriptionOf,
  fieldsOf,
  maxLengthOf,
  unwrapped,
  wordsOf,
  type SchemaNode,
} from "./schema-node";

type Issue = z.core.$ZodIssue;

/** What is wrong with one value, given the schemas from the root down to its own. */
export function valueProblem(
  schemas: readonly SchemaNode[],
  at: SourceRef,
  value: unknown,
  issue: Issue,
): Problem {
  const schema = schemas.at(-1);
  if (schema === undefined) throw new RangeError("a value has a schema");
  const place = at.path.length === 0 ? "this file" : placeOf(at.path);
  const code = codeAlong(schemas);
  const rule = descriptionOf(schema);

  const allowed = allowedBy(schema);
  if (allowed !== undefined && typeof value === "string") {
    return error(code ?? "ValueInvalid", at, enumerationWording(schema, place, value, allowed));
  }
  const expected = unwrapped(schema)._zod.def.type;
  if (kindOf(value) !== KINDS[expected]?.kind) {
    const isNumber = expected === "number";
    return error((isNumber ? code : undefined) ?? "TypeInvalid", at, kindWording(schema, place, value));
  }
  if (typeof value === "string") return textProblem(schema, at, place, value, code);
  return error(code ?? "ValueInvalid", at, {
    ...boundWording(place, value, issue),
    rule: sentences(boundOf(issue), rule),
  });
}

/** What is wrong with a key that its author chose. */
export function keyProblem(schema: SchemaNode, at: SourceRef, key: string): Problem {
  return textProblem(schema, at, `the key '${printable(key)}'`, key, undefined);
}

function textProblem(
  schema: SchemaNode,
  at: SourceRef,
  place: string,
  text: string,
  code: ManifestCode | undefined,
): Problem {
  const words = wordsOf(schema);
  if (words.identifier !== undefined) {
    const { code: nameCode, ...wording } = identifierWording(words.identifier, text, place);
    return error(nameCode, at, wording);
  }
  const maxLength = maxLengthOf(schema);
  if (words.isName) {
    const isValid = (name: string): boolean => z.safeParse(unwrapped(schema), name).success;
    const { code: nameCode, ...wording } = otherNameWording(text, place, words, maxLength, isValid);
    return error(nameCode, at, wording);
  }
  const rule = descriptionOf(schema);
  if (text.length > maxLength) {
    return error(code ?? "ValueInvalid", at, {
      message: `${place} has ${text.length} characters`,
      value: printable(text),
      rule: `at most ${maxLength} characters`,
      fix: "shorten it",
    });
  }
  if (words.holdsPlaceOf !== undefined && isPlaceholder(text)) {
    return error(code ?? "ValueInvalid", at, {
      message: `${place} is '${printable(text)}', which only holds the place of ${words.holdsPlaceOf}`,
      value: printable(text),
      rule: sentences(words.form, rule),
      fix: `write ${words.holdsPlaceOf}`,
    });
  }
  return error(code ?? "ValueInvalid", at, {
    message:
      text.trim() === ""
        ? `${place} is empty`
        : `${place} is '${printable(text)}', which does not have the right form`,
    value: printable(text),
    rule: sentences(words.form, rule),
    fix: words.example === undefined ? "write a value of that form" : `write it like ${words.example}`,
  });
}

function enumerationWording(
  schema: SchemaNode,
  place: string,
  value: string,
  allowed: readonly string[],
): Wording {
  const meant = nearest(value, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined);
  const fields = fieldsOf(schema);
  const orFields = fields.length === 0 ? "" : `, or fields: ${fields.join(", ")}`;
  return {
    message: `${place} is '${printable(value)}'`,
    value: printable(value),
    rule: sentences(
      `${allowed.length === 1 ? "" : "one of "}${allowed.join(", ")}${orFields}`,
      descriptionOf(schema),
    ),
    fix: meant === undefined ? "choose one of them" : `write ${meant}`,
  };
}

/** What a schema's values are called, and the JSON kind they have. */
const KINDS: Partial<
  Record<SchemaNode["_zod"]["def"]["type"], { readonly kind: string; readonly name: string }>
> = {
  string: { kind: "text", name: "text" },
  enum: { kind: "text", name: "one of the allowed words" },
  literal: { kind: "text", name: "the one allowed word" },
  number: { kind: "number", name: "a number" },
  boolean: { kind: "true or false", name: "true or false" },
  array: { kind: "list", name: "a list" },
  object: { kind: "fields", name: "fields with values" },
  record: { kind: "fields", name: "fields with values" },
  union: { kind: "a text or fields", name: "a word or fields with values" },
};

function kindOf(value: unknown): string {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "true or false";
  if (Array.isArray(value)) return "list";
  return value !== null && typeof value === "object" ? "fields" : typeof value;
}

function kindWording(schema: SchemaNode, place: string, value: unknown): Wording {
  const expected = KINDS[unwrapped(schema)._zod.def.type];
  return {
    message:
      value === null ? `${place} is empty` : `${place} is ${nameOf(value)}, not ${expected?.name ?? "that"}`,
    value: shown(value, true),
    rule: descriptionOf(schema),
    fix: fixFor(schema, expected?.kind, value),
  };
}

function nameOf(value: unknown): string {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "a number";
  return typeof value === "boolean" ? `${value}` : shown(value);
}

function fixFor(schema: SchemaNode, expected: string | undefined, value: unknown): string {
  const { example } = wordsOf(schema);
  if (value === null)
    return example === undefined ? "write a value, or remove the line" : `write a value like ${example}`;
  const isScalar = typeof value !== "object";
  if (expected === "text" && isScalar) return "put it in quotes";
  if (expected === "number" && typeof value === "string" && /^[0-9.]+$/.test(value))
    return "remove the quotes";
  if (expected === "list" && isScalar) return `write it as a list: [${shown(value)}]`;
  if (expected === "true or false") return "write true or false, without quotes";
  return `write ${KINDS[unwrapped(schema)._zod.def.type]?.name ?? "something else"}`;
}

/** Numbers out of their bounds, and lists with too few or too many entries. */
function boundWording(place: string, value: unknown, issue: Issue): Wording {
  if (Array.isArray(value)) {
    return {
      message: `${place} has ${value.length} entries`,
      value: String(value.length),
      fix: "add or remove entries",
    };
  }
  const isFraction = issue.code === "invalid_type";
  return {
    message: `${place} is ${shown(value)}${isFraction ? ", which is no whole number" : ""}`,
    value: shown(value),
    fix: isFraction ? "write a whole number" : "choose a number within the bounds",
  };
}

/** The parts of a rule that are there, one after the other. */
function sentences(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(". ") || undefined;
}

function boundOf(issue: Issue): string | undefined {
  if (issue.code === "too_small")
    return `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  if (issue.code === "too_big")
    return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  return undefined;
}

/** The code that the closest schema gives to wrong values. */
function codeAlong(schemas: readonly SchemaNode[]): ManifestCode | undefined {
  return schemas.map((schema) => wordsOf(schema).code).findLast((code) => code !== undefined);
}
