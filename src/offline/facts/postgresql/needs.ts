import { PUBLIC_ROLE, PUBLIC_SCHEMA, RDS_IAM_ROLE } from "../../../names";
import type { Attributes, Need, ProviderContext } from "../model";
import { flag, text, texts } from "../read";

/** What joins a schema's name to its database's in the provider's ids. */
export const IN_DATABASE = ".";

/** The database a thing is in: its own, or the provider's. */
export const databaseOf = (values: Attributes, { config }: ProviderContext): string =>
  text(values, "database") || text(config, "database") || "postgres";

/** Roles no one makes: PUBLIC, the provider's own user and, where the server knows IAM, RDS's group. */
function isBuiltInRole(role: string, { config }: ProviderContext): boolean {
  if (role === PUBLIC_ROLE || role === (text(config, "username") || "postgres")) return true;
  return role === RDS_IAM_ROLE && flag(config, "aws_rds_iam_auth");
}

/** The roles at `names` must be there. */
export const needsRole = (
  names: readonly string[],
  missing: (role: string, values: Attributes) => string,
  lifelong = false,
): Need => ({
  type: "postgresql_role",
  of: (values) =>
    names.flatMap((name) => [text(values, name), ...texts(values, name)]).filter((role) => role !== ""),
  missing: (role, { values }) => missing(role, values),
  lifelong,
  builtIn: isBuiltInRole,
});

/** The database must be there: the provider's own always is, others when the world has them. */
export const needsDatabase = (lifelong = false): Need => ({
  type: "postgresql_database",
  of: (values, context) => [databaseOf(values, context)],
  missing: (database) => `error connecting to PostgreSQL server: pq: database "${database}" does not exist`,
  lifelong,
  builtIn: (database, { config }) =>
    database === (text(config, "database") || "postgres") || database === "postgres",
});

/** The schema must be there. Every new database has `public`. */
export const needsSchema = (missing: (schema: string) => string): Need => ({
  type: "postgresql_schema",
  of: (values, context) => {
    const schema = text(values, "schema");
    return schema === "" ? [] : [databaseOf(values, context) + IN_DATABASE + schema];
  },
  missing: (_identity, { values }) => missing(text(values, "schema")),
  lifelong: true,
  builtIn: (identity) => identity.endsWith(IN_DATABASE + PUBLIC_SCHEMA),
});
