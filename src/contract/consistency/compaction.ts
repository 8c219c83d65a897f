import type { Contract, ContractObject } from "../model";
import type { ContractRule, TopicFacts } from "./facts";

/** A compacted topic keeps the latest record of each key: without a key in the contract nobody knows which that is. */
export const compactedTopicHasKey: ContractRule = (contract, { topic }) => {
  if (topic === undefined || topic.cleanup === "delete") return [];
  const object = topicObject(contract, topic);
  if (object?.fields.some(({ primaryKeyPosition }) => primaryKeyPosition !== undefined) === true) return [];

  return [
    {
      code: "ContractKeyMissing",
      severity: "error",
      message:
        object === undefined
          ? "the topic is compacted, but no object of the contract describes its records"
          : `the topic is compacted, but '${object.name}' has no key`,
      value: topic.cleanup,
      rule: "the object of a compacted topic has a property with primaryKey: true",
      fix:
        object === undefined
          ? "add an object with physicalType: topic and a property with primaryKey: true"
          : "set primaryKey: true on the property that is the record's key, or ports.topic.cleanup to delete",
      at: { file: contract.file, path: object === undefined ? ["schema"] : ["schema", object.index] },
    },
  ];
};

/** The object that describes the topic's records: by type, else by physical name, else the only one there is. */
export function topicObject(contract: Contract, topic: TopicFacts): ContractObject | undefined {
  const { objects } = contract;
  const topics = objects.filter(({ physicalType }) => physicalType === "topic");
  return (
    topics.find(({ physicalName }) => physicalName === topic.name) ??
    topics[0] ??
    objects.find(({ physicalName }) => physicalName === topic.name) ??
    (objects.length === 1 && objects[0]?.physicalType === undefined ? objects[0] : undefined)
  );
}
