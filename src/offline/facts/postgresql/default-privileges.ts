import { PUBLIC_ROLE } from "../../../names";
import { row, type Attributes } from "../model";
import { flag, text } from "../read";
import { oneOf } from "../rules";
import { needsDatabase, needsRole, needsSchema } from "./needs";
import { privilegesFit } from "./privileges";

/** generateDefaultPrivilegesID. */
const idOf = (values: Attributes): string =>
  [
    text(values, "role"),
    text(values, "database"),
    text(values, "schema") || "noschema",
    text(values, "owner"),
    text(values, "object_type"),
  ].join("_");

const missingRole = (role: string): string =>
  `could not revoke default privileges: pq: role "${role}" does not exist`;

/** `postgresql_default_privileges`: only the privileges change in place. No importer. */
export const defaultPrivileges = row({
  source:
    "cyrilgdn/terraform-provider-postgresql ff936b9, postgresql/resource_postgresql_default_privileges.go",
  identity: idOf,
  forceNew: ["role", "database", "owner", "schema", "object_type", "with_grant_option"],
  defaults: { with_grant_option: false },
  rules: [oneOf("object_type", "table", "sequence", "function", "routine", "type", "schema")],
  applyChecks: [
    (values) =>
      text(values, "schema") !== "" && text(values, "object_type") === "schema"
        ? "cannot specify `schema` when `object_type` is `schema`"
        : undefined,
    (values) =>
      flag(values, "with_grant_option") && text(values, "role").toLowerCase() === PUBLIC_ROLE
        ? "with_grant_option cannot be true for role 'public'"
        : undefined,
    privilegesFit,
  ],
  derived: { id: ({ values }) => idOf(values) },
  needs: [
    needsDatabase(true),
    needsRole(["owner", "role"], missingRole, true),
    needsSchema((schema) => `could not revoke default privileges: pq: schema "${schema}" does not exist`),
  ],
});
