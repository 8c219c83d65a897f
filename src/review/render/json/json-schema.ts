import { z } from "zod";
import { reviewDocumentSchema } from "./schema";

/** The name of the file in `schemas/`. */
export const REVIEW_SCHEMA_FILE = "review.schema.json";

/** The text of the JSON Schema (draft 2020-12) of a review for programs. */
export function reviewSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(reviewDocumentSchema, { target: "draft-2020-12" });
  return `${JSON.stringify({ $schema, $id: "urn:meshwright:schema:v1:review", ...schema }, null, 2)}\n`;
}
