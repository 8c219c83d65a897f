import { row } from "../model";
import { flag, text } from "../read";
import { databaseOf, IN_DATABASE, needsDatabase, needsRole } from "./needs";

/** `postgresql_schema`: only another database replaces it; a new name is a RENAME. */
export const schema = row({
  source: "cyrilgdn/terraform-provider-postgresql ff936b9, postgresql/resource_postgresql_schema.go",
  identity: (values, context) => databaseOf(values, context) + IN_DATABASE + text(values, "name"),
  computedBlocks: ["policy"],
  local: ["if_not_exists", "drop_cascade", "policy"],
  forceNew: ["database"],
  defaults: {
    if_not_exists: true,
    drop_cascade: false,
    "policy.*.create": false,
    "policy.*.create_with_grant": false,
    "policy.*.role": "",
    "policy.*.usage": false,
    "policy.*.usage_with_grant": false,
  },
  applyChecks: [
    ({ name }) =>
      String(name).startsWith("pg_")
        ? `error creating schema ${String(name)}: pq: unacceptable schema name "${String(name)}"`
        : undefined,
  ],
  derived: {
    database: ({ values, context }) => databaseOf(values, context),
    owner: ({ context }) => text(context.config, "username") || "postgres",
    policy: () => [],
    id: ({ values, context }) => databaseOf(values, context) + IN_DATABASE + text(values, "name"),
  },
  follows: ["id"],
  taken: ({ values }) =>
    flag(values, "if_not_exists")
      ? undefined
      : `error creating schema ${text(values, "name")}: pq: schema "${text(values, "name")}" already exists`,
  needs: [
    needsDatabase(true),
    needsRole(
      ["owner"],
      (owner, values) => `error creating schema ${text(values, "name")}: pq: role "${owner}" does not exist`,
    ),
  ],
  obstacles: [
    {
      mark: "nonEmpty",
      unless: (values) => flag(values, "drop_cascade"),
      words: ({ values }) =>
        `error deleting schema: pq: cannot drop schema ${text(values, "name")} because other objects depend on it`,
    },
  ],
  importer: (id) => {
    const parts = id.split(IN_DATABASE);
    if (parts.length === 2) return { database: parts[0], name: parts[1] };
    return `schema ID ${id} has not the expected format 'database.schema': [${parts.join(" ")}]`;
  },
});
