import { z } from "zod";
import { domainSchema, meshSchema, productSchema } from "./schema";

/** The manifests that people write, by the name of their JSON Schema. */
const SCHEMAS = { mesh: meshSchema, domain: domainSchema, product: productSchema } as const;

export type SchemaName = keyof typeof SCHEMAS;

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[];

/** The name of a schema's file, as it stands in `schemas/`. */
export const schemaFileName = (name: SchemaName): string => `${name}.schema.json`;

/**
 * The text of a manifest's JSON Schema (draft 2020-12) for editors, with the descriptions of its fields. Editors check
 * what patterns can say; days that do not exist and reserved names are found by loading alone.
 */
export function jsonSchemaText(name: SchemaName): string {
  const { $schema, ...schema } = z.toJSONSchema(SCHEMAS[name], { target: "draft-2020-12" });
  return `${JSON.stringify({ $schema, $id: `urn:meshwright:schema:v1:${name}`, ...schema }, null, 2)}\n`;
}
