import { at, listed, say, type Text, type Value } from "../model";
import { isEmpty, shown, strings } from "./values";

/** How a thing is called by its attributes; undefined when what names it is not known. */
export type Naming = (values: Value) => Text | undefined;

/** A noun and the attribute that names it. */
export const named =
  (noun: string, ...attributes: readonly string[]): Naming =>
  (values) => {
    const names = attributes.map((attribute) => at(values, attribute));
    return names.some((name) => typeof name !== "string" || name === "")
      ? undefined
      : [`${noun} `, { code: names.map(shown).join(".") }];
  };

const text = (values: Value, attribute: string): string => shown(at(values, attribute));

/** The kind of resource an ACL is about, in small letters, and its name: topics with the prefix `orders.`. */
function aclResource(values: Value): Text {
  const kind = text(values, "resource_type").toLowerCase();
  return text(values, "resource_pattern_type_filter").toLowerCase() === "prefixed"
    ? [`every ${kind} that starts with `, { code: text(values, "resource_name") }]
    : [`${kind} `, { code: text(values, "resource_name") }];
}

const acl: Naming = (values) => {
  const verb = text(values, "acl_permission_type") === "Deny" ? "denies" : "allows";
  const principal = text(values, "acl_principal");
  return [
    `the ACL that ${verb} `,
    ...say`${principal} ${text(values, "acl_operation")}`,
    " on ",
    ...aclResource(values),
  ];
};

/** What privileges are about: tables of schema `orders`, database `mesh`. */
export function grantedObjects(values: Value): Text {
  const kind = text(values, "object_type").replaceAll("_", " ");
  const schema = at(values, "schema");
  const objects = strings(at(values, "objects"));
  if (kind === "database") return say`database ${text(values, "database")}`;
  if (kind === "schema" && !isEmpty(schema)) return say`schema ${shown(schema)}`;
  const columns = strings(at(values, "columns"));
  if (columns.length > 0)
    return say`${columns.join(", ")} of table ${objects.join(", ")} of schema ${shown(schema)}`;
  const what: Text =
    objects.length > 0 ? [`${kind}${objects.length > 1 ? "s" : ""} `, ...listed(objects)] : [`all ${kind}s`];
  return isEmpty(schema) ? what : [...what, " of ", ...say`schema ${shown(schema)}`];
}

const grant: Naming = (values) => {
  const privileges = listed(strings(at(values, "privileges")));
  return [
    "the grant of ",
    ...privileges,
    " on ",
    ...grantedObjects(values),
    ...say` to ${text(values, "role")}`,
  ];
};

const defaultPrivileges: Naming = (values) => {
  const privileges = listed(strings(at(values, "privileges")));
  const kind = text(values, "object_type").replaceAll("_", " ");
  const where: Text = isEmpty(at(values, "schema")) ? [] : [" in ", ...say`schema ${text(values, "schema")}`];
  return [
    ...say`the grant of ${privileges} on `,
    ...[`new ${kind}s that `, { code: text(values, "owner") }, " makes"],
    ...where,
    ...say` to ${text(values, "role")}`,
  ];
};

/** How things are called, by type, in the words of the mesh. */
export const KAFKA_AND_POSTGRESQL: Readonly<Record<string, Naming>> = {
  kafka_topic: named("topic", "name"),
  kafka_acl: acl,
  kafka_quota: (values) => {
    const name = at(values, "entity_name");
    return isEmpty(name)
      ? ["the quota of every ", { code: text(values, "entity_type") }]
      : [
          `the quota of ${text(values, "entity_type") === "user" ? "user" : "client"} `,
          { code: shown(name) },
        ];
  },
  kafka_user_scram_credential: named("Kafka user", "username"),
  postgresql_database: named("database", "name"),
  postgresql_schema: named("schema", "name"),
  postgresql_role: named("role", "name"),
  postgresql_grant: grant,
  postgresql_default_privileges: defaultPrivileges,
  postgresql_grant_role: (values) =>
    say`the membership of role ${text(values, "role")} in ${text(values, "grant_role")}`,
  postgresql_extension: named("extension", "name"),
  postgresql_publication: named("publication", "name"),
  postgresql_subscription: named("subscription", "name"),
  postgresql_replication_slot: named("replication slot", "name"),
  postgresql_physical_replication_slot: named("physical replication slot", "name"),
  postgresql_server: named("foreign server", "server_name"),
  postgresql_user_mapping: (values) =>
    say`the login of role ${text(values, "user_name")} at foreign server ${text(values, "server_name")}`,
  postgresql_function: named("function", "schema", "name"),
  postgresql_security_label: (values) =>
    say`the security label ${text(values, "label_provider")} of ${text(values, "object_type")} ${text(values, "object_name")}`,
};
