export { AWS, CREATED_AT, placeholderSecret, SECRET_VERSION, secretNameOf } from "./aws";
export { KAFKA } from "./kafka";
export { POSTGRESQL } from "./postgresql";
export { digest, uuid } from "./digest";
export { isSet, isUnknown, text } from "./read";
export { factsOf, schemaFacts, type SchemaFacts } from "./catalogue";
export type * from "./model";
