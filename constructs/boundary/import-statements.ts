import { briefTopicArn, bucketArn, bucketName, objectArn, portPrefix, topicName } from "../../src/names";
import { iamClusterOf, keyArnsOf, keysOf, type DomainScope, type ImportedPort } from "../access";
import { policyValues, type PolicyStatement } from "../policy";

/**
 * What a domain's identities can at most read of other domains. One statement per kind and not per import: at one each,
 * a boundary would be full after a few.
 */
export function importStatements(scope: DomainScope, imports: readonly ImportedPort[]): PolicyStatement[] {
  return [
    ...bucketStatements(imports.filter(({ bucket }) => bucket)),
    ...topicStatements(
      scope,
      imports.filter(({ topic }) => topic),
    ),
  ];
}

function bucketStatements(imports: readonly ImportedPort[]): PolicyStatement[] {
  if (imports.length === 0) return [];

  const prefixes = imports.map((port) => ({ ...port, prefix: `${portPrefix(port.product, port.major)}*` }));
  return [
    {
      Sid: "InS3",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
      Resource: policyValues(
        prefixes.map(({ site, domain, prefix }) => objectArn(site, bucketName(site, domain), prefix)),
      ),
    },
    {
      Sid: "InList",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: policyValues(imports.map(({ site, domain }) => bucketArn(site, bucketName(site, domain)))),
      Condition: { StringLike: { "s3:prefix": policyValues(prefixes.map(({ prefix }) => prefix)) } },
    },
    {
      Sid: "InKms",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: keyArnsOf(imports),
      Condition: keysOf(imports),
    },
  ];
}

function topicStatements({ environment }: DomainScope, imports: readonly ImportedPort[]): PolicyStatement[] {
  const cluster = iamClusterOf(environment);
  if (cluster === undefined || imports.length === 0) return [];

  return [
    {
      Sid: "InMsk",
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic*", "kafka-cluster:ReadData"],
      Resource: policyValues(
        imports.map(({ domain, product, major }) =>
          briefTopicArn(cluster, topicName(domain, product, major)),
        ),
      ),
    },
  ];
}
