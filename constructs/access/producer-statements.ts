import {
  bucketName,
  mskResourceArn,
  objectArn,
  portPrefix,
  topicName,
  transactionalIdPrefix,
} from "../../src/names";
import { policyValues, type PolicyStatement } from "../policy";
import { iamClusterOf, type DomainScope } from "./domain-scope";
import { keyArnsOf, keysThroughS3 } from "./key-condition";
import type { ProductPort } from "./port";

/**
 * What an app needs to write the ports it produces, and nothing else: it cannot read a product, overwrite the topic's
 * settings or delete. Its dead-letter and retry topics, below its topic, it may read too: it is their only reader.
 * Connecting to Kafka is among `runStatements`.
 */
export function producerStatements(
  scope: DomainScope,
  app: string,
  produces: readonly ProductPort[],
): PolicyStatement[] {
  return [
    ...topicStatements(
      scope,
      app,
      produces.filter(({ topic }) => topic),
    ),
    ...bucketStatements(
      scope,
      produces.filter(({ bucket }) => bucket),
    ),
  ];
}

function topicStatements(scope: DomainScope, app: string, ports: readonly ProductPort[]): PolicyStatement[] {
  const cluster = iamClusterOf(scope.environment);
  if (cluster === undefined || ports.length === 0) return [];

  const topics = ports.map(({ product, major }) => topicName(scope.domain, product, major));
  const below = topics.map((topic) => mskResourceArn(cluster, "topic", `${topic}.*`));
  return [
    {
      Sid: "ProduceIdempotently",
      Effect: "Allow",
      Action: "kafka-cluster:WriteDataIdempotently",
      Resource: cluster,
    },
    {
      Sid: "ProduceTopics",
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
      Resource: policyValues([...topics.map((topic) => mskResourceArn(cluster, "topic", topic)), ...below]),
    },
    {
      Sid: "ReadRetries",
      Effect: "Allow",
      Action: "kafka-cluster:ReadData",
      Resource: policyValues(below),
    },
    {
      Sid: "ProduceTransactions",
      Effect: "Allow",
      Action: ["kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"],
      Resource: mskResourceArn(cluster, "transactional-id", `${transactionalIdPrefix(scope.domain, app)}*`),
    },
  ];
}

function bucketStatements(scope: DomainScope, ports: readonly ProductPort[]): PolicyStatement[] {
  if (ports.length === 0) return [];

  const { site, domain } = scope;
  const bucket = bucketName(site, domain);
  return [
    {
      Sid: "ProduceObjects",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
      Resource: policyValues(
        ports.map(({ product, major }) => objectArn(site, bucket, `${portPrefix(product, major)}*`)),
      ),
    },
    {
      Sid: "ProduceKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArnsOf([{ site, domain }]),
      Condition: keysThroughS3([{ site, domain }]),
    },
  ];
}
