export { reviewDocument } from "./document";
export { REVIEW_SCHEMA_FILE, reviewSchemaText } from "./json-schema";
export { REVIEW_FORMAT, reviewDocumentSchema, type ReviewDocument } from "./schema";
export { reviewText } from "./text";
