import { NameError } from "./name-error";

/** A cluster ARN: partition, region, account, cluster name, uuid. */
const CLUSTER_ARN =
  /^arn:(aws[a-z-]*):kafka:([a-z0-9-]+):(\d{12}):cluster\/([A-Za-z0-9-]{1,64})\/([A-Za-z0-9-]+)$/;

/** Anchored source of the form of an MSK cluster ARN, for the JSON Schemas. */
export const MSK_CLUSTER_ARN_PATTERN = CLUSTER_ARN.source;

/** What can stand under a cluster in an IAM policy (service authorisation reference of `kafka-cluster`). */
export type MskResource = "topic" | "group" | "transactional-id";

/**
 * `arn:aws:kafka:eu-central-1:111122223333:topic/mesh/UUID/orders.order-placed.v1`. A name may end in `*` for a prefix.
 *
 * @throws NameError when `clusterArn` is no MSK cluster ARN, or `name` holds more than Kafka's characters and a last `*`.
 */
export function mskResourceArn(clusterArn: string, kind: MskResource, name: string): string {
  if (!/^[a-zA-Z0-9._-]+\*?$/.test(name)) {
    throw new NameError(
      "NameInvalid",
      `MSK ${kind} '${name}' may hold letters, digits, '.', '_', '-' and one '*' at its end`,
    );
  }
  const { partition, region, account, cluster, uuid } = parseClusterArn(clusterArn);
  return `arn:${partition}:kafka:${region}:${account}:${kind}/${cluster}/${uuid}/${name}`;
}

/**
 * The ARN of a topic with `*` in place of the cluster's uuid, for boundaries that must hold many topics. It opens no
 * other cluster of the same name: whoever has no `Connect` to a cluster cannot reach its topics.
 */
export function briefTopicArn(clusterArn: string, topic: string): string {
  const { uuid } = parseClusterArn(clusterArn);
  return mskResourceArn(clusterArn, "topic", topic).replace(`/${uuid}/`, "/*/");
}

/** The cluster's name, the CloudWatch dimension `Cluster Name`. */
export function mskClusterName(clusterArn: string): string {
  return parseClusterArn(clusterArn).cluster;
}

/** Takes a cluster ARN apart. */
export function parseClusterArn(clusterArn: string) {
  const [, partition, region, account, cluster, uuid] = CLUSTER_ARN.exec(clusterArn) ?? [];
  if (!partition || !region || !account || !cluster || !uuid) {
    throw new NameError(
      "NameInvalid",
      `'${clusterArn}' is no MSK cluster ARN (arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/UUID)`,
    );
  }
  return { partition, region, account, cluster, uuid };
}
