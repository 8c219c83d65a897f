/** Writes the JSON Schemas of the manifests and of what programs read into schemas/, from the compiled code: run it after a build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchemaText, SCHEMA_NAMES, schemaFileName } from "../dist/src/manifest/json-schema.js";
import { REVIEW_SCHEMA_FILE, reviewSchemaText } from "../dist/src/review/render/json/json-schema.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "schemas");
mkdirSync(folder, { recursive: true });
for (const name of SCHEMA_NAMES) writeFileSync(join(folder, schemaFileName(name)), jsonSchemaText(name));
writeFileSync(join(folder, REVIEW_SCHEMA_FILE), reviewSchemaText());
