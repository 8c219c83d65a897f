import { flag, formerly, list, number, object, oneOf, required, text, texts, whole } from "./spec";
import type { FieldSpec, Fields, ObjectSpec, Variant } from "./spec";

/** The fields of a property that its logical type brings: `logicalTypeOptions` of its own, and parts. */
export const LOGICAL_TYPES: Readonly<Record<string, Variant>> = {
  string: { fields: { logicalTypeOptions: object("StringOptions") } },
  date: { fields: { logicalTypeOptions: object("DateOptions") } },
  timestamp: { since: 1, fields: { logicalTypeOptions: object("TimeOptions") } },
  time: { since: 1, fields: { logicalTypeOptions: object("TimeOptions") } },
  number: { fields: { logicalTypeOptions: object("NumberOptions") } },
  integer: { fields: { logicalTypeOptions: object("IntegerOptions") } },
  boolean: {},
  object: { fields: { logicalTypeOptions: object("ObjectOptions"), properties: list("Property") } },
  array: { fields: { logicalTypeOptions: object("ArrayOptions"), items: object("Item") } },
  map: { since: 2, fields: { map: required(object("Map")) } },
  vector: { since: 2, fields: { logicalTypeOptions: required(object("VectorOptions")) } },
};

/** Up to v3.0 the exclusive bounds were switches beside the bound; since v3.1 they are bounds themselves. */
const bounds = (bound: FieldSpec): Fields => ({
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: formerly(0, flag, bound),
  exclusiveMaximum: formerly(0, flag, bound),
});

const multipleOf: FieldSpec = { shape: { kind: "number", above: 0 } };

/** `logicalTypeOptions` by logical type. */
export const OPTION_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  StringOptions: {
    label: "the options of a string",
    fields: { minLength: whole(0), maxLength: whole(0), pattern: text, format: text },
  },
  DateOptions: { label: "the options of a date", fields: { format: text, ...bounds(text) } },
  TimeOptions: {
    label: "the options of a time",
    fields: { format: text, timezone: flag, defaultTimezone: text, ...bounds(text) },
  },
  NumberOptions: {
    label: "the options of a number",
    fields: { format: oneOf("f32", "f64"), multipleOf, ...bounds(number) },
  },
  IntegerOptions: {
    label: "the options of an integer",
    fields: {
      format: oneOf("i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"),
      multipleOf,
      ...bounds(number),
    },
  },
  ObjectOptions: {
    label: "the options of an object",
    fields: { minProperties: whole(0), maxProperties: whole(0), required: texts },
  },
  ArrayOptions: {
    label: "the options of an array",
    fields: { minItems: whole(0), maxItems: whole(0), uniqueItems: flag },
  },
  VectorOptions: {
    label: "the options of a vector",
    fields: {
      dimensions: required(whole(1)),
      elementType: oneOf("bfloat16", "binary", "float16", "float32", "float64", "int8", "uint8"),
      distanceMetric: oneOf("cosine", "dotProduct", "euclidean", "hamming", "manhattan"),
      embeddingModel: text,
      embeddingModelVersion: text,
      normalized: flag,
    },
  },
};
