import type { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import type { MeshEnvironment } from "../environment";
import type { AppIdentity, Grant } from "../identity";
import type { PolicyStatement } from "../policy";
import { clusterArnOf } from "./cluster-rules";
import { defineAcls, type AclEntry } from "./kafka-acl";

/** The same access in the two ways Kafka can give it: an app has the one or the other, never both. */
export interface KafkaAccess {
  readonly acls: readonly AclEntry[];
  readonly statements: (clusterArn: string) => readonly PolicyStatement[];
}

/** Gives access in the environment's way: ACLs are defined below `scope`, IAM statements are handed back. */
export function grantAccess(
  scope: Construct,
  environment: MeshEnvironment,
  app: AppIdentity,
  access: KafkaAccess,
  dependsOn: readonly ITerraformDependable[],
): Grant {
  const { authentication } = environment.kafka;
  const resources = unique(access.acls.map(({ resourceName }) => resourceName));
  if (authentication === "iam") {
    const clusterArn = clusterArnOf(environment, scope.node.path, "kafka authentication 'iam'");
    return iamGrant(app, resources, access.statements(clusterArn));
  }

  defineAcls(scope, app, authentication, access.acls, dependsOn);
  const actions = unique(access.acls.flatMap(({ operations }) => operations));
  return { grantee: app, actions, resources, statements: [] };
}

/** A grant that IAM alone gives. */
export function iamGrant(
  grantee: AppIdentity,
  resources: readonly string[],
  statements: readonly PolicyStatement[],
): Grant {
  return {
    grantee,
    actions: unique(statements.flatMap(({ Action }) => Action ?? [])),
    resources,
    statements,
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
