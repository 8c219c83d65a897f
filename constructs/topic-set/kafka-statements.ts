import { mskResourceArn, type MskResource } from "../../src/names";
import { policyValues, type PolicyStatement } from "../policy";
import type { ConsumerAccess, ProducerAccess } from "./kafka-access";

/*
 * Statements with the same Sid differ in their resources alone, so that those of several grants can be merged into one
 * policy. Nothing here creates, alters or deletes topics: Terraform does.
 */

/** What the IAM role of a port's writer needs on an MSK cluster. Transactions need Kafka 3.8 or later. */
export function kafkaProducerStatements(clusterArn: string, access: ProducerAccess): PolicyStatement[] {
  const { topicName, replayTopicNames = [], transactionalIdPrefix } = access;
  const statements = [
    connect(clusterArn),
    allow("MskIdempotence", ["WriteDataIdempotently"], [clusterArn]),
    allow(
      "MskWrite",
      ["DescribeTopic", "WriteData"],
      topicArns(clusterArn, [topicName, ...replayTopicNames]),
    ),
  ];
  if (replayTopicNames.length > 0) {
    statements.push(allow("MskReplay", ["ReadData"], topicArns(clusterArn, replayTopicNames)));
  }
  if (transactionalIdPrefix !== undefined) {
    statements.push(transactions(clusterArn, transactionalIdPrefix));
  }
  return statements;
}

/** What the IAM role of a reader needs on an MSK cluster, for all the topics it reads. */
export function kafkaConsumerStatements(clusterArn: string, access: ConsumerAccess): PolicyStatement[] {
  return [
    connect(clusterArn),
    allow("MskRead", ["DescribeTopic", "ReadData"], topicArns(clusterArn, access.topicNames)),
    groups(clusterArn, access.groupPrefix),
  ];
}

/** What an app's IAM role needs to use its own consumer groups, for instance to replay its own dead letters. */
export function kafkaGroupStatements(clusterArn: string, groupPrefix: string): PolicyStatement[] {
  return [connect(clusterArn), groups(clusterArn, groupPrefix)];
}

/** What an app's IAM role needs to write in transactions, whatever the number of ports it writes. */
export function kafkaTransactionStatements(clusterArn: string, prefix: string): PolicyStatement[] {
  return [connect(clusterArn), transactions(clusterArn, prefix)];
}

function transactions(clusterArn: string, prefix: string): PolicyStatement {
  const ids = arnsBelow(clusterArn, "transactional-id", prefix);
  return allow("MskTransactions", ["DescribeTransactionalId", "AlterTransactionalId"], ids);
}

function connect(clusterArn: string): PolicyStatement {
  return allow("MskConnect", ["Connect", "DescribeCluster"], [clusterArn]);
}

function groups(clusterArn: string, prefix: string): PolicyStatement {
  return allow("MskGroups", ["DescribeGroup", "AlterGroup"], arnsBelow(clusterArn, "group", prefix));
}

function topicArns(clusterArn: string, names: readonly string[]): string[] {
  return names.map((name) => mskResourceArn(clusterArn, "topic", name));
}

function arnsBelow(clusterArn: string, kind: MskResource, prefix: string): string[] {
  return [mskResourceArn(clusterArn, kind, `${prefix}*`)];
}

function allow(Sid: string, actions: readonly string[], resources: readonly string[]): PolicyStatement {
  const Action = policyValues(actions.map((action) => `kafka-cluster:${action}`));
  return { Sid, Effect: "Allow", Action, Resource: policyValues(resources) };
}
