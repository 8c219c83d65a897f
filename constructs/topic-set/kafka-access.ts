import type { AclEntry } from "./kafka-acl";

/** What the writer of a port works with. */
export interface ProducerAccess {
  /** Write-only for its own writer. */
  readonly topicName: string;
  /**
   * Dead-letter and retry topics: the writer's own app fills and replays them.
   * @default - none
   */
  readonly replayTopicNames?: readonly string[];
  /**
   * Ends in `.`.
   * @default - no transactions
   */
  readonly transactionalIdPrefix?: string;
}

/** What a reader of ports works with. */
export interface ConsumerAccess {
  /** At least one. */
  readonly topicNames: readonly string[];
  /** Of the consumer's own groups; ends in `.`. */
  readonly groupPrefix: string;
}

/** The ACLs of a writer. Idempotent writing needs nothing more on brokers from 2.8 on (KIP-679). */
export function producerAcls(access: ProducerAccess): AclEntry[] {
  const { topicName, replayTopicNames = [], transactionalIdPrefix } = access;
  return [
    literalTopic(topicName, ["Write", "Describe"]),
    ...replayTopicNames.map((name) => literalTopic(name, ["Write", "Describe", "Read"])),
    ...(transactionalIdPrefix === undefined ? [] : [transactionalIds(transactionalIdPrefix)]),
  ];
}

/** The ACLs of a reader on topics. Its groups are not among them: see `groupAcls`. */
export function consumerAcls(topicNames: readonly string[]): AclEntry[] {
  return topicNames.map((name) => literalTopic(name, ["Read", "Describe"]));
}

/** The ACLs of an app on its own consumer groups, which its own domain's stack defines. */
export function groupAcls(groupPrefix: string): AclEntry[] {
  return [
    {
      resourceType: "Group",
      resourceName: groupPrefix,
      pattern: "Prefixed",
      operations: ["Read", "Describe"],
    },
  ];
}

/** The ACLs of an app on its own transactional ids. */
export function transactionAcls(prefix: string): AclEntry[] {
  return [transactionalIds(prefix)];
}

function literalTopic(resourceName: string, operations: AclEntry["operations"]): AclEntry {
  return { resourceType: "Topic", resourceName, pattern: "Literal", operations };
}

function transactionalIds(resourceName: string): AclEntry {
  const operations = ["Write", "Describe"] as const;
  return { resourceType: "TransactionalID", resourceName, pattern: "Prefixed", operations };
}
