import { consumerGroupName, keyAlias, keyAliasArn, transactionalIdPrefix } from "../../../../src/names";
import { named, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

const ENCRYPTION = "s3:x-amz-server-side-encryption";
const ENCRYPTION_KEY = `${ENCRYPTION}-aws-kms-key-id`;

/** 1–14: what an app that writes a product may do. */
export function producerCases(scenario: Scenario): MatrixCase[] {
  return [...topicCases(scenario), ...bucketCases(scenario)];
}

function topicCases(scenario: Scenario): MatrixCase[] {
  const { domain, sibling, producer, consumer } = scenario;
  const { app, product, major } = producer;
  const { P } = actorsOf(scenario);
  const targets = new Targets(scenario);
  const own = targets.topic(domain, product, major);
  const dead = targets.topic(domain, product, major, ".dlq");
  const foreign = targets.topic(consumer.of.domain, consumer.of.product, consumer.of.major);
  const { allow, deny } = named(P);

  return [
    allow("1", "writes its topic", "kafka-cluster:WriteData", own),
    allow("1b", "describes its topic", "kafka-cluster:DescribeTopic", own),
    allow("1c", "writes its dead letters", "kafka-cluster:WriteData", dead),
    deny(
      "2",
      "writes its domain's other product",
      "kafka-cluster:WriteData",
      targets.topic(domain, sibling, 1),
      ["identity"],
    ),
    deny("3", "writes another domain's topic", "kafka-cluster:WriteData", foreign, ["identity", "boundary"]),
    allow("4", "connects", "kafka-cluster:Connect", targets.cluster()),
    allow("4b", "writes idempotently", "kafka-cluster:WriteDataIdempotently", targets.cluster()),
    deny("5", "reads its own topic", "kafka-cluster:ReadData", own, ["identity"]),
    allow("5b", "reads its dead letters", "kafka-cluster:ReadData", dead),
    allow(
      "5c",
      "commits how far it read them",
      "kafka-cluster:AlterGroup",
      targets.kafka("group", consumerGroupName(domain, app, "replay")),
    ),
    deny(
      "6",
      "creates its next major",
      "kafka-cluster:CreateTopic",
      targets.topic(domain, product, major + 1),
      ["identity"],
    ),
    deny("6b", "deletes its topic", "kafka-cluster:DeleteTopic", own, ["identity"]),
    allow(
      "7",
      "writes in its transactions",
      "kafka-cluster:AlterTransactionalId",
      targets.kafka("transactional-id", `${transactionalIdPrefix(domain, app)}tx-0`),
    ),
    deny(
      "8",
      "writes in another domain's transactions",
      "kafka-cluster:AlterTransactionalId",
      targets.kafka(
        "transactional-id",
        `${transactionalIdPrefix(consumer.of.domain, consumer.of.product)}tx-0`,
      ),
      ["identity", "boundary"],
    ),
    deny("9", "alters the cluster", "kafka-cluster:AlterCluster", targets.cluster(), [
      "identity",
      "boundary",
    ]),
  ];
}

function bucketCases(scenario: Scenario): MatrixCase[] {
  const { environment, domain, sibling, consumer } = scenario;
  const { product, major } = scenario.producer;
  const { site } = environment;
  const targets = new Targets(scenario);
  const own = targets.object(site, domain, product, major);
  const key = targets.key(site, domain);
  const ownKey = keyAliasArn(site, keyAlias(site, domain));
  const foreignKey = keyAliasArn(site, keyAlias(site, consumer.of.domain));
  const { allow, deny } = named(actorsOf(scenario).P);

  return [
    allow("10", "puts an object below its prefix", "s3:PutObject", own),
    allow("10b", "gives up an upload", "s3:AbortMultipartUpload", own),
    allow("11", "puts one under its domain's key", "s3:PutObject", own, {
      [ENCRYPTION]: "aws:kms",
      [ENCRYPTION_KEY]: ownKey,
    }),
    deny("12", "puts one under another key", "s3:PutObject", own, ["resource"], {
      [ENCRYPTION]: "aws:kms",
      [ENCRYPTION_KEY]: foreignKey,
    }),
    deny("12b", "puts one under S3's key", "s3:PutObject", own, ["resource"], { [ENCRYPTION]: "AES256" }),
    deny("13", "puts one over TLS 1.1", "s3:PutObject", own, ["resource"], { "s3:TlsVersion": "1.1" }),
    deny("13b", "puts one in plaintext", "s3:PutObject", own, ["resource"], {
      "aws:SecureTransport": "false",
    }),
    deny(
      "14",
      "puts one below its domain's other product",
      "s3:PutObject",
      targets.object(site, domain, sibling, 1),
      ["identity"],
    ),
    deny(
      "14b",
      "puts one below its next major",
      "s3:PutObject",
      targets.object(site, domain, product, major + 1),
      ["identity"],
    ),
    deny("14c", "reads what it put", "s3:GetObject", own, ["identity"]),
    deny("14d", "deletes what it put", "s3:DeleteObject", own, ["identity"]),
    allow("14e", "takes a data key through S3", "kms:GenerateDataKey", key, throughS3(site)),
    deny("14f", "takes a data key for itself", "kms:GenerateDataKey", key, ["identity"]),
    deny(
      "14g",
      "takes a data key of another domain",
      "kms:GenerateDataKey",
      targets.key(site, consumer.of.domain),
      ["identity", "boundary", "resource"],
      throughS3(site),
    ),
  ];
}
