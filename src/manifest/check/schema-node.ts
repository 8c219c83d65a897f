import { z } from "zod";
import { WORDS, type FieldWords } from "../schema/words";

/** A schema of the library, with its definition readable. */
export type SchemaNode = z.core.$ZodTypes;

/** The schema of a field or an entry below `schema`; undefined where the schema knows nothing of that name. */
export function childOf(schema: SchemaNode, step: PropertyKey): SchemaNode | undefined {
  const { def } = unwrapped(schema)._zod;
  switch (def.type) {
    case "object":
      return typeof step === "string" && Object.hasOwn(def.shape, step) ? node(def.shape[step]) : undefined;
    case "array":
      return node(def.element);
    case "record":
      return node(def.valueType);
    case "union":
      return optionsOf(unwrapped(schema))
        .map((option) => childOf(option, step))
        .find((child) => child !== undefined);
    default:
      return undefined;
  }
}

/** All schemas from the root to the end of a path; shorter when the path leaves the schema. */
export function schemasAlong(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode[] {
  const schemas = [root];
  for (const step of path) {
    const last = schemas.at(-1);
    const child = last && childOf(last, step);
    if (child === undefined) return schemas;
    schemas.push(child);
  }
  return schemas;
}

/** The schema of a record's keys. */
export function keySchemaOf(schema: SchemaNode): SchemaNode | undefined {
  const { def } = unwrapped(schema)._zod;
  return def.type === "record" ? node(def.keyType) : undefined;
}

/** Without the wrapper that makes it optional. */
export function unwrapped(schema: SchemaNode): SchemaNode {
  const { def } = schema._zod;
  return def.type === "optional" ? unwrapped(def.innerType as SchemaNode) : schema;
}

/** The alternatives of a union; none for any other schema. */
export function optionsOf(schema: SchemaNode): SchemaNode[] {
  const { def } = schema._zod;
  return def.type === "union" ? def.options.map((option) => option as SchemaNode) : [];
}

/** The names of an object's fields, in the order of the schema; of a union, those of all its objects, each once. */
export function fieldsOf(schema: SchemaNode): string[] {
  const plain = unwrapped(schema);
  const { def } = plain._zod;
  return def.type === "object" ? Object.keys(def.shape) : [...new Set(optionsOf(plain).flatMap(fieldsOf))];
}

/** Texts that an enumeration, a literal or a union of them allows; undefined for any other schema. */
export function allowedBy(schema: SchemaNode): string[] | undefined {
  const plain = unwrapped(schema);
  const { def } = plain._zod;
  if (def.type === "enum") return Object.values(def.entries).map(String);
  if (def.type === "literal") return def.values.map(String);
  return def.type === "union" ? optionsOf(plain).flatMap((option) => allowedBy(option) ?? []) : undefined;
}

/** Most characters of a text. */
export function maxLengthOf(schema: SchemaNode): number {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodString ? (plain.maxLength ?? Infinity) : Infinity;
}

/** What the schema says about its field, in the words of its author. */
export function descriptionOf(schema: SchemaNode): string | undefined {
  const { def } = schema._zod;
  const own = z.globalRegistry.get(schema)?.description;
  return own ?? (def.type === "optional" ? descriptionOf(def.innerType as SchemaNode) : undefined);
}

export function wordsOf(schema: SchemaNode): FieldWords {
  return WORDS.get(unwrapped(schema)) ?? {};
}

const node = (schema: z.core.$ZodType | undefined): SchemaNode | undefined =>
  schema as SchemaNode | undefined;
