import { context, custom, definitions, id } from "./common";
import { LOGICAL_TYPES } from "./logical-types";
import {
  either,
  flag,
  formatted,
  list,
  object,
  oneOf,
  required,
  scalar,
  since,
  text,
  texts,
  whole,
} from "./spec";
import type { FieldSpec, Fields, ObjectSpec } from "./spec";

/** What objects and properties have in common. */
const element: Fields = {
  id,
  physicalType: text,
  description: text,
  businessName: text,
  deprecated: since(2, flag),
  synonyms: since(2, list("Synonym")),
  tags: texts,
  ...definitions,
  ...custom,
};

const property: Fields = {
  ...element,
  name: text,
  logicalType: text,
  logicalTypeOptions: { shape: { kind: "mapping" } },
  physicalName: text,
  primaryKey: flag,
  primaryKeyPosition: whole(-1),
  required: flag,
  unique: flag,
  partitioned: flag,
  partitionKeyPosition: whole(-1),
  classification: text,
  criticalDataElement: flag,
  encryptedName: text,
  transformSourceObjects: texts,
  transformLogic: text,
  transformDescription: text,
  examples: { shape: { kind: "list", of: { kind: "any" } } },
  enum: since(2, { shape: { kind: "list", of: { kind: "object", of: "EnumValue" }, least: 1 } }),
  semanticType: since(2, oneOf("column", "measure", "dimension")),
  relationships: since(1, list("PropertyRelationship")),
  quality: list("Quality"),
};

const reference: FieldSpec = either(formatted("reference"), {
  shape: { kind: "list", of: { kind: "text", format: "reference" }, least: 1 },
});

const relationship: Fields = {
  id: since(2, text),
  type: oneOf("foreignKey"),
  to: required(reference),
  ...custom,
};

/** `schema` and everything below it. */
export const SCHEMA_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  SchemaObject: {
    label: "an object of the schema",
    identity: "name",
    fields: {
      ...element,
      name: required(text),
      physicalName: text,
      logicalType: oneOf("object"),
      dataGranularityDescription: text,
      properties: list("Property"),
      relationships: since(1, list("Relationship")),
      quality: list("Quality"),
      context,
    },
  },
  Property: {
    label: "a property",
    identity: "name",
    fields: { ...property, name: required(text) },
    variants: { by: "logicalType", of: LOGICAL_TYPES },
  },
  /** The items of an array, the key and the value of a map: a property that needs no name. */
  Item: {
    label: "an item",
    fields: { ...property, properties: list("Property") },
    variants: { by: "logicalType", of: LOGICAL_TYPES },
  },
  Map: {
    label: "a map",
    fields: { key: required(object("Item")), value: required(object("Item")) },
  },
  EnumValue: {
    label: "an allowed value",
    identity: "value",
    fields: {
      id,
      value: required(scalar),
      label: text,
      description: text,
      tags: texts,
      ...definitions,
      ...custom,
    },
  },
  Relationship: { label: "a relationship", fields: { ...relationship, from: required(reference) } },
  PropertyRelationship: { label: "a relationship of a property", fields: relationship },
};
