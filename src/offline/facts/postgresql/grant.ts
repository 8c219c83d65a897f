import { row, type Attributes, type Check } from "../model";
import { isSet, text, texts } from "../read";
import { oneOf } from "../rules";
import { needsDatabase, needsRole, needsSchema } from "./needs";
import { privilegesFit } from "./privileges";

const OUTSIDE_SCHEMAS = ["database", "foreign_data_wrapper", "foreign_server"];

/** generateGrantID: what it is about, joined by `_`. */
function grantId(values: Attributes): string {
  const kind = text(values, "object_type");
  return [
    text(values, "role"),
    text(values, "database"),
    ...(OUTSIDE_SCHEMAS.includes(kind) ? [] : [text(values, "schema")]),
    kind,
    ...[...texts(values, "objects")].sort(),
    ...[...texts(values, "columns")].sort(),
  ].join("_");
}

/** Terraform sees these only when it applies. */
const parametersFit: Check = (values) => {
  const kind = text(values, "object_type");
  const objects = texts(values, "objects").length;
  if (text(values, "schema") === "" && !OUTSIDE_SCHEMAS.includes(kind)) {
    return "parameter 'schema' is mandatory for postgresql_grant resource";
  }
  if (objects > 0 && (kind === "database" || kind === "schema")) {
    return "cannot specify `objects` when `object_type` is `database` or `schema`";
  }
  if (isSet(values.columns) && kind !== "column")
    return "cannot specify `columns` when `object_type` is not `column`";
  if (kind !== "column") return undefined;
  if (!isSet(values.columns)) return "must specify `columns` when `object_type` is `column`";
  if (texts(values, "privileges").length !== 1)
    return "must specify exactly 1 `privileges` when `object_type` is `column`";
  return objects === 1
    ? undefined
    : "must specify exactly 1 table in the `objects` field when `object_type` is `column`";
};

/** `postgresql_grant`: REVOKE ALL, then GRANT; only the privileges change in place. No importer. */
export const grant = row({
  source: "cyrilgdn/terraform-provider-postgresql ff936b9, postgresql/resource_postgresql_grant.go",
  identity: grantId,
  forceNew: ["role", "database", "schema", "object_type", "objects", "columns", "with_grant_option"],
  defaults: { with_grant_option: false },
  rules: [
    oneOf(
      "object_type",
      ...["database", "function", "procedure", "routine", "schema", "sequence", "table"],
      ...["foreign_data_wrapper", "foreign_server", "column"],
    ),
  ],
  applyChecks: [parametersFit, privilegesFit],
  derived: { id: ({ values }) => grantId(values) },
  needs: [
    needsDatabase(true),
    needsSchema((schema) => `could not find schema '${schema}' while looking for owner`),
    needsRole(["role"], (role) => `could not execute revoke query: pq: role "${role}" does not exist`, true),
  ],
});
