export * from "./database-hygiene";
export * from "./domain-login-group";
export * from "./domain-schema";
export * from "./domain-schema-props";
export * from "./privileges";
export * from "./provider-config";
export type { SchemaPort, SchemaPortProps, SchemaPortVersion } from "./schema-port";
