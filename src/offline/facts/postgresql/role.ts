import { PUBLIC_ROLE } from "../../../names";
import { row } from "../model";
import { flag, joined, text } from "../read";
import { atLeast, conflicts, together } from "../rules";
import { needsRole } from "./needs";

/** `postgresql_role`: nothing forces a replacement, a new name is a RENAME. */
export const role = row({
  source: "cyrilgdn/terraform-provider-postgresql ff936b9, postgresql/resource_postgresql_role.go",
  identity: joined("", "name"),
  sensitive: ["password", "password_wo"],
  writeOnly: ["password_wo"],
  local: [
    ...["password_wo_version", "encrypted", "encrypted_password"],
    ...["skip_drop_role", "skip_reassign_owned"],
  ],
  defaults: {
    encrypted_password: true,
    valid_until: "infinity",
    connection_limit: -1,
    superuser: false,
    create_database: false,
    create_role: false,
    inherit: true,
    login: false,
    replication: false,
    bypass_row_level_security: false,
    skip_drop_role: false,
    skip_reassign_owned: false,
  },
  reads: { statement_timeout: 0, idle_in_transaction_session_timeout: 0, assume_role: "" },
  rules: [
    atLeast("connection_limit", -1),
    atLeast("statement_timeout", 0),
    atLeast("idle_in_transaction_session_timeout", 0),
  ],
  groups: [
    conflicts("password", "password_wo", "password_wo_version"),
    conflicts("password_wo", "password"),
    conflicts("password_wo_version", "password"),
    together("password_wo", "password_wo_version"),
    together("password_wo_version", "password_wo"),
  ],
  applyChecks: [
    // PostgreSQL itself: IsReservedName() and the two pseudo roles
    ({ name }) =>
      isReserved(String(name)) ? `error creating role ${String(name)}: ${reserved(String(name))}` : undefined,
  ],
  derived: { id: ({ values }) => text(values, "name") },
  follows: ["id"],
  taken: ({ values }) =>
    `error creating role ${text(values, "name")}: pq: role "${text(values, "name")}" already exists`,
  needs: [
    needsRole(
      ["roles"],
      (missing, values) =>
        `could not grant role ${missing} to ${text(values, "name")}: pq: role "${missing}" does not exist`,
    ),
  ],
  survives: (values) => flag(values, "skip_drop_role"),
  bequeaths: [{ type: "postgresql_schema", attribute: "owner" }],
  obstacles: [
    {
      by: {
        type: "postgresql_schema",
        holds: (schema, { values }) => text(schema, "owner") === text(values, "name"),
      },
      // otherwise the provider hands what the role owns to its own user, then drops its privileges
      unless: (values) => !flag(values, "skip_reassign_owned") || flag(values, "skip_drop_role"),
      words: ({ values }) =>
        `could not delete role ${text(values, "name")}: pq: role "${text(values, "name")}" cannot be dropped because ` +
        "some objects depend on it",
    },
  ],
  importer: (name) => ({
    name,
    // what the provider's read sets, whatever the role is
    ...{ encrypted_password: true, skip_drop_role: false, skip_reassign_owned: false },
    ...{ roles: [], search_path: [] },
  }),
});

const isReserved = (name: string): boolean =>
  name.startsWith("pg_") || name === PUBLIC_ROLE || name === "none";

const reserved = (name: string): string => `pq: role name "${name}" is reserved`;
