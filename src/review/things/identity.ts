import { at, isFields, UNKNOWN, type ResourceChange, type Value } from "../model";
import { holdsUnknown, isEmpty, same } from "./values";

/** What makes two resources of one type the same thing to the system that keeps it. */
export interface Identity {
  /** No two things agree in all of them. A set is told by its elements, in any order. */
  readonly attributes: readonly string[];
  /** Of those, the ones that may be empty: a default holds then. */
  readonly optional?: readonly string[];
  /** Of those, the ones that the provider fills in when nothing is said, so that they are not known before the apply. */
  readonly filled?: readonly string[];
  /**
   * What making it does while the same thing is there: `fails` when the name is taken, `vanishes` when the system takes
   * both for one, so that deleting the old one deletes the new one.
   */
  readonly twice: "fails" | "vanishes";
}

const fails = (...attributes: readonly string[]): Identity => ({ attributes, twice: "fails" });

const vanishes = (attributes: readonly string[], optional: readonly string[] = []): Identity => ({
  ...{ attributes, optional, twice: "vanishes" },
});

const inDatabase: Identity = { ...fails("name", "database"), optional: ["database"], filled: ["database"] };

const ofBucket = vanishes(["bucket"]);

/** Identities by type. Sources: the providers' read and import functions, as in the plan-review reference §5. */
export const IDENTITIES: Readonly<Record<string, Identity>> = {
  kafka_topic: fails("name"),
  kafka_acl: vanishes([
    ...["resource_name", "resource_type", "resource_pattern_type_filter", "acl_principal"],
    ...["acl_host", "acl_operation", "acl_permission_type"],
  ]),
  kafka_quota: vanishes(["entity_name", "entity_type"], ["entity_name"]),
  kafka_user_scram_credential: vanishes(["username", "scram_mechanism"]),
  postgresql_database: fails("name"),
  postgresql_schema: { ...vanishes(["database", "name"]), filled: ["database"] },
  postgresql_role: fails("name"),
  postgresql_grant: vanishes(
    ["role", "database", "schema", "object_type", "objects", "columns"],
    ["schema", "objects", "columns"],
  ),
  postgresql_default_privileges: vanishes(["role", "database", "owner", "schema", "object_type"], ["schema"]),
  postgresql_grant_role: vanishes(["role", "grant_role"]),
  postgresql_extension: inDatabase,
  postgresql_publication: inDatabase,
  postgresql_subscription: inDatabase,
  postgresql_replication_slot: fails("name"),
  postgresql_physical_replication_slot: fails("name"),
  postgresql_server: fails("server_name"),
  postgresql_user_mapping: fails("user_name", "server_name"),
  postgresql_function: {
    ...fails("schema", "name", "database", "arg"),
    optional: ["schema", "database", "arg"],
  },
  postgresql_security_label: vanishes(["object_type", "object_name", "label_provider"]),
  aws_s3_bucket: fails("bucket"),
  aws_s3_bucket_lifecycle_configuration: ofBucket,
  aws_s3_bucket_logging: ofBucket,
  aws_s3_bucket_metric: vanishes(["bucket", "name"]),
  aws_s3_bucket_notification: ofBucket,
  aws_s3_bucket_object_lock_configuration: ofBucket,
  aws_s3_bucket_ownership_controls: ofBucket,
  aws_s3_bucket_policy: ofBucket,
  aws_s3_bucket_public_access_block: ofBucket,
  aws_s3_bucket_replication_configuration: ofBucket,
  aws_s3_bucket_server_side_encryption_configuration: ofBucket,
  aws_s3_bucket_versioning: ofBucket,
  aws_kms_alias: fails("name"),
  aws_iam_role: fails("name"),
  aws_iam_policy: fails("name", "path"),
  aws_iam_role_policy_attachment: vanishes(["role", "policy_arn"]),
  aws_iam_openid_connect_provider: fails("url"),
  aws_cloudwatch_metric_alarm: vanishes(["alarm_name"]),
  aws_cloudwatch_dashboard: vanishes(["dashboard_name"]),
  aws_cloudwatch_log_group: fails("name"),
  aws_sns_topic: vanishes(["name"]),
  aws_sns_topic_policy: vanishes(["arn"]),
  aws_sns_topic_subscription: vanishes(["topic_arn", "protocol", "endpoint"]),
  aws_secretsmanager_secret: fails("name"),
  aws_glue_catalog_database: {
    ...fails("catalog_id", "name"),
    optional: ["catalog_id"],
    filled: ["catalog_id"],
  },
  aws_glue_catalog_table: {
    ...fails("catalog_id", "database_name", "name"),
    optional: ["catalog_id"],
    filled: ["catalog_id"],
  },
  aws_glue_schema: fails("registry_arn", "schema_name"),
  aws_glue_registry: fails("registry_name"),
  aws_lakeformation_resource: fails("arn"),
};

/** What identifies a resource, as comparable parts; undefined when the type is not known, or a part is not known yet. */
export function identityOf(
  { type }: Pick<ResourceChange, "type">,
  values: Value,
): readonly Value[] | undefined {
  const identity = IDENTITIES[type];
  if (identity === undefined || values === null) return undefined;
  const parts = identity.attributes.map((attribute) => at(values, attribute) ?? null);
  const known = parts.every(
    (part, index) =>
      !holdsUnknown(part) &&
      (!isEmpty(part) || identity.optional?.includes(identity.attributes[index] ?? "")),
  );
  return known ? parts.map(ordered) : undefined;
}

/** What tells things apart that have no name of their own, by type: what is declared of them, not what they are given. */
const DECLARED: Readonly<Record<string, readonly string[]>> = {
  aws_kms_key: ["description", "key_usage", "customer_master_key_spec", "multi_region"],
};

/** Attributes that name a thing of most types. */
const NAMING = /^(name|identifier|description|title|key|path|bucket|database)$|_(name|identifier)$/;

/**
 * What tells a thing from others that could stand at the same address: its identity, or what is declared of it where
 * its type has none, or none is known of it. Ids that a provider gives are no part of it, as a preview has others.
 */
export function distinctionOf(
  about: Pick<ResourceChange, "type">,
  values: Value,
): readonly Value[] | undefined {
  const identity = identityOf(about, values);
  if (identity !== undefined || !isFields(values)) return identity;
  const names =
    DECLARED[about.type] ??
    Object.keys(values)
      .filter((name) => NAMING.test(name))
      .sort();
  const parts = names.flatMap((name): Value[] => {
    const value = values[name];
    return isEmpty(value) || value === undefined || holdsUnknown(value) ? [] : [name, value];
  });
  return parts.length === 0 ? undefined : parts;
}

/** True when a resource with the values `a` would be the same thing as one with the values `b`. */
export function isSameThing(about: Pick<ResourceChange, "type">, a: Value, b: Value): boolean {
  const these = identityOf(about, a);
  return these !== undefined && same(these, identityOf(about, filled(about, a, b)));
}

/** What the provider fills in by itself is taken to be what it was. */
function filled({ type }: Pick<ResourceChange, "type">, a: Value, b: Value): Value {
  if (!isFields(a) || !isFields(b)) return b;
  const names = (IDENTITIES[type]?.filled ?? []).filter((name) => b[name] === UNKNOWN);
  return { ...b, ...Object.fromEntries(names.map((name) => [name, a[name] ?? null])) };
}

const ordered = (part: Value): Value =>
  Array.isArray(part) && part.every((each) => typeof each === "string") ? [...part].sort() : part;
