import { Token } from "../../src/cdk";
import { topicName } from "../../src/names";
import { nameProblem, type Rule } from "../validation";
import { replicationFactorOf } from "./topic-config";
import { DEFAULT_PARTITIONS, TOPIC_LIMITS } from "./topic-defaults";
import type { TopicPortProps, TopicSetProps } from "./topic-set-props";

interface Range {
  readonly min: number;
  readonly max: number;
}

const CLEANUPS: readonly string[] = ["delete", "compact", "compact,delete"];
const COMPRESSIONS: readonly string[] = ["producer", "uncompressed", "gzip", "snappy", "lz4", "zstd"];

const isWithin = (value: unknown, { min, max }: Range): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;

const inWords = ({ min, max }: Range): string => `a whole number from ${min} to ${max}`;

/** An optional property that must be a whole number within its limits. */
function wholeNumber(
  property: "partitions" | "retentionHours" | "retries" | "maxMessageBytes",
  code: string,
): Rule<TopicSetProps> {
  const range = TOPIC_LIMITS[property];
  return {
    holds: (props) => props[property] === undefined || isWithin(props[property], range),
    problem: (props) => `${code}: ${property} must be ${inWords(range)}, got ${printed(props[property])}`,
  };
}

/** An optional property that must be one of a list. */
function oneOf(property: "cleanup" | "compression", values: readonly string[]): Rule<TopicSetProps> {
  return {
    holds: (props) => props[property] === undefined || values.includes(props[property]),
    problem: (props) =>
      `TopicConfigInvalid: ${property} must be one of '${values.join("', '")}', got ${printed(props[property])}`,
  };
}

const portProblem = ({ domain, product, major }: TopicPortProps): string | undefined =>
  nameProblem(() => topicName(domain, product, major));

/** What a reference to a port must fulfil. */
export const TOPIC_PORT_RULES: readonly Rule<TopicPortProps>[] = [
  { holds: (props) => portProblem(props) === undefined, problem: (props) => portProblem(props) ?? "" },
];

/** What a topic set must fulfil beside that. */
export const TOPIC_SET_RULES: readonly Rule<TopicSetProps>[] = [
  wholeNumber("partitions", "TopicConfigInvalid"),
  {
    holds: ({ partitions = DEFAULT_PARTITIONS, deployedPartitions }) =>
      deployedPartitions === undefined || partitions >= deployedPartitions,
    problem: ({ partitions = DEFAULT_PARTITIONS, deployedPartitions }) =>
      `PartitionDecrease: partitions ${partitions} is lower than the ${deployedPartitions} deployed, which deletes the ` +
      `topic and its records; keep ${deployedPartitions} or define a new major version`,
  },
  oneOf("cleanup", CLEANUPS),
  wholeNumber("retentionHours", "RetentionInvalid"),
  {
    holds: ({ cleanup, retentionHours }) => cleanup !== "compact" || retentionHours === undefined,
    problem: ({ retentionHours }) =>
      `RetentionInvalid: retentionHours is ${retentionHours}, but cleanup 'compact' keeps the last record of a key for ` +
      "ever; use 'compact,delete' or leave out retentionHours",
  },
  wholeNumber("retries", "TopicConfigInvalid"),
  wholeNumber("maxMessageBytes", "TopicConfigInvalid"),
  oneOf("compression", COMPRESSIONS),
  {
    holds: ({ environment }) => isWithin(replicationFactorOf(environment), TOPIC_LIMITS.replicationFactor),
    problem: ({ environment }) =>
      `TopicConfigInvalid: replicationFactor must be ${inWords(TOPIC_LIMITS.replicationFactor)}, ` +
      `got ${printed(environment.kafka.replicationFactor)}`,
  },
  {
    holds: ({ environment }) => !environment.protected || replicationFactorOf(environment) !== 1,
    problem: () =>
      "TopicConfigInvalid: replicationFactor is 1 in a protected environment, where losing one broker loses the " +
      "records; use 3",
  },
  {
    holds: ({ environment, config = {} }) =>
      !(Number(config["min.insync.replicas"]) >= Math.max(2, replicationFactorOf(environment))),
    problem: ({ environment, config = {} }) =>
      `TopicConfigInvalid: topic config 'min.insync.replicas' is ${config["min.insync.replicas"]} of ` +
      `${replicationFactorOf(environment)} replicas, so that losing one broker stops every writer; ask for fewer`,
  },
];

function printed(value: unknown): string {
  // The plan would replace a topic whose partitions are unknown, and so delete its records.
  return Token.isUnresolved(value) ? "a value that is known only after apply" : JSON.stringify(value);
}
