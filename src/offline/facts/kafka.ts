import { importBy, isSet, isUnknown, joined, text } from "./read";
import { atLeast, conflicts, notBlank, oneOf } from "./rules";
import {
  row,
  type Change,
  type Check,
  type ConditionalReplacement,
  type ProviderFacts,
  type ResourceFacts,
  type ValueRule,
} from "./model";

/*
 * Mongey/terraform-provider-kafka 0.13.1, the version of the bindings; `npm run test:fidelity` holds the rows against
 * the provider itself. Later versions differ: they take a replication factor of -1, and check the pattern type of an
 * ACL when they plan.
 */

const lower = ({ before, after }: Change): boolean =>
  isUnknown(after) || (typeof before === "number" && typeof after === "number" && after < before);

/** AlterPartitionReassignments came with Kafka 2.4; the provider's default protocol version is 2.7.0. */
function cannotReassign({ context }: Change): boolean {
  const [major = 0, minor = 0] = (text(context.config, "kafka_version") || "2.7.0").split(".").map(Number);
  return major < 2 || (major === 2 && minor < 4);
}

const changed = (path: string, when: ConditionalReplacement["when"]): ConditionalReplacement => ({
  path,
  when,
});

/** The provider's validateDiagFunc writes a path as Go does: `[{pathStepImpl:{} Name:entity_type}]`. */
const namedByPath = ({ path, problem }: ValueRule): ValueRule => ({
  path,
  problem: (value, name) => problem(value, `[{pathStepImpl:{} Name:${name}}]`),
});

const topic = row({
  source: "kafka/resource_kafka_topic.go: schema and customDiff",
  identity: joined("", "name"),
  forceNew: ["name", changed("partitions", lower), changed("replication_factor", cannotReassign)],
  rules: [atLeast("partitions", 1), atLeast("replication_factor", 1)],
  derived: { id: ({ values }) => text(values, "name") },
  // what sarama says when the controller answers TOPIC_ALREADY_EXISTS
  taken: () => "kafka server: Topic with this name already exists",
  importer: importBy("name"),
});

const ACL_PARTS = [
  ...["acl_principal", "acl_host", "acl_operation", "acl_permission_type"],
  ...["resource_type", "resource_name", "resource_pattern_type_filter"],
] as const;

/** One of these words; the provider does not look before it applies. */
const known =
  (name: string, what: string, words: readonly string[]): Check =>
  (values) =>
    words.includes(text(values, name)) ? undefined : `unknown ${what.replace("%s", text(values, name))}`;

const acl = row({
  source: "kafka/resource_kafka_acl.go: no update; kafka_acls.go: String() and the words it knows",
  schemaVersion: 1,
  identity: joined("|", ...ACL_PARTS),
  forceNew: ACL_PARTS,
  defaults: { resource_pattern_type_filter: "Literal" },
  applyChecks: [
    known("acl_operation", "operation: %s", [
      ...["Unknown", "Any", "All", "Read", "Write", "Create", "Delete", "Alter", "Describe"],
      ...["ClusterAction", "DescribeConfigs", "AlterConfigs", "IdempotentWrite"],
    ]),
    known("acl_permission_type", "permission type: %s", ["Unknown", "Any", "Deny", "Allow"]),
    known("resource_type", "resource type: %s", [
      ...["Unknown", "Any", "Topic", "Group", "Cluster", "TransactionalID", "DelegationToken"],
    ]),
    known("resource_pattern_type_filter", "pattern type filter: '%s'", [
      ...["Any", "Match", "Literal", "Prefixed"],
    ]),
  ],
  derived: { id: ({ values }) => joined("|", ...ACL_PARTS)(values) },
  importer: (id) => {
    const parts = id.split("|");
    if (parts.length === ACL_PARTS.length)
      return Object.fromEntries(ACL_PARTS.map((name, at) => [name, parts[at]]));
    return (
      "failed importing resource; expected format is acl_principal|acl_host|acl_operation|acl_permission_type|" +
      `resource_type|resource_name|resource_pattern_type_filter - got ${parts.length} segments instead of 7`
    );
  },
});

const quotaId = (values: Parameters<ResourceFacts["identity"]>[0]): string =>
  `${text(values, "entity_name") || "entity-default"}|${text(values, "entity_type")}`;

const quota = row({
  source: "kafka/resource_kafka_quota.go: no update, no importer; kafka_quotas.go: ID()",
  identity: quotaId,
  forceNew: ["entity_name", "entity_type", "config"],
  rules: [namedByPath(oneOf("entity_type", "client-id", "user", "ip"))],
  derived: { id: ({ values }) => quotaId(values) },
});

const credential = row({
  source: "kafka/resource_kafka_user_scram_credential.go",
  identity: joined("|", "username", "scram_mechanism"),
  sensitive: ["password", "password_wo"],
  writeOnly: ["password_wo"],
  // Kafka gives no password back, and knows no version of it
  local: ["password_wo_version"],
  forceNew: ["username", "scram_mechanism"],
  defaults: { scram_iterations: 4096 },
  rules: [
    namedByPath(oneOf("scram_mechanism", "SCRAM-SHA-256", "SCRAM-SHA-512")),
    atLeast("scram_iterations", 4096),
    notBlank("password"),
    notBlank("password_wo"),
  ],
  groups: [conflicts("password", "password_wo"), conflicts("password_wo", "password")],
  planChecks: [
    (config) =>
      isSet(config.password) || isSet(config.password_wo)
        ? undefined
        : "password validation failed: either 'password' or 'password_wo' must be provided with a non-empty value",
  ],
  derived: { id: ({ values }) => joined("|", "username", "scram_mechanism")(values) },
  importer: (id) => {
    const [username, scram_mechanism, password, ...more] = id.split("|");
    if (username !== undefined && scram_mechanism !== undefined && more.length === 0) {
      return { username, scram_mechanism, ...(password === undefined ? {} : { password }) };
    }
    return (
      "failed importing resource; expected format is username|scram_mechanism (for write-only passwords) or " +
      `username|scram_mechanism|password (legacy) - got ${id.split("|").length} segments instead of 2 or 3`
    );
  },
});

/** Facts of Mongey/kafka. */
export const KAFKA: ProviderFacts = {
  name: "kafka",
  resources: new Map([
    ["kafka_topic", topic],
    ["kafka_acl", acl],
    ["kafka_quota", quota],
    ["kafka_user_scram_credential", credential],
  ]),
  providerChecks: [
    (config) =>
      Array.isArray(config.bootstrap_servers) && config.bootstrap_servers.length === 0
        ? "bootstrap_servers must name at least one broker"
        : undefined,
  ],
  sensitiveConfig: [],
  ephemerals: new Map(),
};
