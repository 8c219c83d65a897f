import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { jsonSchemaText, readYaml, SCHEMA_NAMES, schemaFileName, type SchemaName } from "../../src/manifest";
import { ANALYTICS, MESH, ORDER_PLACED, ORDERS } from "../support/mesh-dir";
import { replaced } from "./support";

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (name: SchemaName): Json => JSON.parse(jsonSchemaText(name)) as Json;

/** The validator knows an older draft than the schemas name; they use nothing that differs. */
const validates = (name: SchemaName, text: string): boolean => {
  const { $schema: _draft, ...schema } = schemaOf(name);
  return new Ajv().validate(schema, readYaml("f", Buffer.from(text)).value) === true;
};

test.each(SCHEMA_NAMES)("schemas/%s.schema.json is what the code says", (name) => {
  const committed = readFileSync(join(__dirname, "../../schemas", schemaFileName(name)), "utf8");

  expect(committed).toBe(jsonSchemaText(name));
});

test.each(SCHEMA_NAMES)("the schema of %s names its draft and itself", (name) => {
  expect(schemaOf(name)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:meshwright:schema:v1:${name}`,
    type: "object",
    additionalProperties: false,
  });
});

test.each<[SchemaName, string]>([
  ["mesh", MESH],
  ["domain", ORDERS],
  ["domain", ANALYTICS],
  ["product", ORDER_PLACED],
])("a good %s passes in an editor", (name, text) => {
  expect(validates(name, text)).toBe(true);
});

test.each<[SchemaName, string, string, string]>([
  ["mesh", MESH, "organisation: shop", "organisation: My Shop"],
  ["mesh", MESH, "state: local", "state: remote"],
  ["mesh", MESH, '"444455556666"', "444455556666"],
  ["domain", ORDERS, "kind: Domain", "kind: Domian"],
  ["domain", ORDERS, "raci:", "racy:"],
  ["domain", ORDERS, "name: orders\n", ""],
  ["domain", ANALYTICS, "purpose: revenue reporting", 'purpose: "a\\u202eb"'],
  ["product", ORDER_PLACED, "partitions: 6", "partitions: 0"],
  ["product", ORDER_PLACED, "availability: 99.9", "availability: 100"],
  ["product", ORDER_PLACED, "retention: 7d", "retention: 7 days"],
  ["product", ORDER_PLACED, "retention: 7d", "retension: 7d"],
])("a bad %s is marked in an editor: %#", (name, text, from, to) => {
  expect(validates(name, replaced(text, from, to))).toBe(false);
});

/** Every schema below an object's fields and a list's entries. */
function fieldsBelow(schema: Json): Json[] {
  const fields = Object.values((schema.properties ?? {}) as Record<string, Json>);
  const parts = [schema.items, schema.additionalProperties, ...((schema.anyOf ?? []) as Json[])];
  const below = parts.filter((part): part is Json => typeof part === "object" && part !== null);
  return [...fields, ...[...fields, ...below].flatMap(fieldsBelow)];
}

test.each(SCHEMA_NAMES)("every object of %s is closed, every field explains itself", (name) => {
  const fields = fieldsBelow(schemaOf(name));

  expect(
    fields.filter(({ properties, additionalProperties }) => properties && additionalProperties !== false),
  ).toEqual([]);
  expect(fields.filter((field) => field.description === undefined && field.const === undefined)).toEqual([]);
});

test.each(SCHEMA_NAMES)("every pattern of %s works with and without Unicode mode", (name) => {
  const patterns = fieldsBelow(schemaOf(name)).flatMap(({ pattern }) =>
    typeof pattern === "string" ? [pattern] : [],
  );

  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) {
    expect(() => [new RegExp(pattern), new RegExp(pattern, "u")]).not.toThrow();
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(pattern).not.toContain("\\p{");
  }
});
