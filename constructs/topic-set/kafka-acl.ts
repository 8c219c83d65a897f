import type { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { Acl } from "../../src/providers/kafka/acl";
import { aclPrincipalOf, kafkaUserOf, type AppIdentity } from "../identity";
import { validate, type Rule } from "../validation";

/** In the provider's exact spelling: others fail only at apply. */
export type AclResourceType = "Topic" | "Group" | "TransactionalID";

/** In the provider's exact spelling. `All` and `Any` are left out: every right is named. */
export type AclOperation = "Read" | "Write" | "Describe";

/** What one principal may do with one resource, or with all resources whose names start with a prefix. */
export interface AclEntry {
  readonly resourceType: AclResourceType;
  readonly resourceName: string;
  readonly pattern: "Literal" | "Prefixed";
  readonly operations: readonly AclOperation[];
}

const PREFIX_RULES: readonly Rule<AclEntry>[] = [
  {
    holds: ({ pattern, resourceName }) => pattern === "Literal" || /[^.]\.$/.test(resourceName),
    problem: ({ resourceType, resourceName }) =>
      `PrefixOverlap: ${resourceType} prefix '${resourceName}' does not end in one '.', so it matches other domains too`,
  },
];

/**
 * Defines one ACL for each operation of each entry below `scope`. An ACL that is there already is left as it is, so
 * that two grants to one app may overlap.
 *
 * @throws ValidationError when a prefix has no delimiter at its end.
 */
export function defineAcls(
  scope: Construct,
  app: AppIdentity,
  authentication: "scram" | "mtls",
  entries: readonly AclEntry[],
  dependsOn: readonly ITerraformDependable[] = [],
): void {
  for (const entry of entries) {
    validate(scope.node.path, entry, PREFIX_RULES);

    for (const operation of entry.operations) {
      const id = aclId(app, entry, operation);
      if (scope.node.tryFindChild(id) !== undefined) continue;

      new Acl(scope, id, {
        resourceName: entry.resourceName,
        resourceType: entry.resourceType,
        resourcePatternTypeFilter: entry.pattern,
        aclPrincipal: aclPrincipalOf(app, authentication),
        aclHost: "*",
        aclOperation: operation,
        aclPermissionType: "Allow",
        dependsOn: dependsOn.length > 0 ? [...dependsOn] : undefined,
      });
    }
  }
}

/**
 * A business key, so that an ACL keeps its address whatever is granted before it. Kafka names hold no `_`, so no two
 * ACLs share an id; host and permission are the same for all.
 */
function aclId(
  app: AppIdentity,
  { resourceType, pattern, resourceName }: AclEntry,
  operation: AclOperation,
): string {
  return ["Acl", kafkaUserOf(app), operation, resourceType, pattern, resourceName].join("_");
}
