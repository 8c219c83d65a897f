import { bucketArn, bucketName, mskResourceArn, objectArn, portPrefix, topicName } from "../../src/names";
import { policyValues, type PolicyStatement } from "../policy";
import { iamClusterOf, type DomainScope } from "./domain-scope";
import { keyArnsOf, keysThroughS3 } from "./key-condition";
import type { ImportedPort } from "./port";

/**
 * What an app needs to read the ports its domain imports: one major of a product each. Connecting to Kafka and the app's
 * consumer groups are among `runStatements`. Statements are grouped per kind and not per port, so that many imports fit; the only thing the grouping
 * widens is listing, where a prefix of one product could be listed in the bucket of another domain in the same list.
 */
export function consumerStatements(scope: DomainScope, consumes: readonly ImportedPort[]): PolicyStatement[] {
  return [
    ...topicStatements(
      scope,
      consumes.filter(({ topic }) => topic),
    ),
    ...bucketStatements(consumes.filter(({ bucket }) => bucket)),
  ];
}

function topicStatements({ environment }: DomainScope, ports: readonly ImportedPort[]): PolicyStatement[] {
  const cluster = iamClusterOf(environment);
  if (cluster === undefined || ports.length === 0) return [];

  return [
    {
      Sid: "ConsumeTopics",
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
      Resource: policyValues(
        ports.map(({ domain, product, major }) =>
          mskResourceArn(cluster, "topic", topicName(domain, product, major)),
        ),
      ),
    },
  ];
}

function bucketStatements(ports: readonly ImportedPort[]): PolicyStatement[] {
  if (ports.length === 0) return [];

  return [
    {
      Sid: "ConsumeObjects",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
      Resource: policyValues(
        ports.map(({ site, domain, product, major }) =>
          objectArn(site, bucketName(site, domain), `${portPrefix(product, major)}*`),
        ),
      ),
    },
    {
      Sid: "ConsumeList",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: policyValues(ports.map(({ site, domain }) => bucketArn(site, bucketName(site, domain)))),
      Condition: {
        StringLike: {
          "s3:prefix": policyValues(ports.map(({ product, major }) => `${portPrefix(product, major)}*`)),
        },
      },
    },
    {
      Sid: "ConsumeKeys",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: keyArnsOf(ports),
      Condition: keysThroughS3(ports),
    },
  ];
}
