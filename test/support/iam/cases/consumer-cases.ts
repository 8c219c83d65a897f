import { consumerGroupName, portPrefix } from "../../../../src/names";
import { named, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

/** 15–28 and 52: what an app that reads another domain's product may do. */
export function consumerCases(scenario: Scenario): MatrixCase[] {
  return [...topicCases(scenario), ...bucketCases(scenario), ...keyCases(scenario)];
}

function topicCases(scenario: Scenario): MatrixCase[] {
  const { domain, hidden, consumer } = scenario;
  const { of, app } = consumer;
  const targets = new Targets(scenario);
  const shared = targets.topic(of.domain, of.product, of.major);
  const { allow, deny } = named(actorsOf(scenario).C);

  return [
    allow("15", "reads the shared topic", "kafka-cluster:ReadData", shared),
    allow("15b", "connects", "kafka-cluster:Connect", targets.cluster()),
    deny("16", "reads a topic not shared", "kafka-cluster:ReadData", targets.topic(of.domain, hidden, 1), [
      "identity",
      "boundary",
    ]),
    deny(
      "16b",
      "reads another major",
      "kafka-cluster:ReadData",
      targets.topic(of.domain, of.product, of.major + 1),
      ["identity", "boundary"],
    ),
    deny(
      "16c",
      "reads the dead letters",
      "kafka-cluster:ReadData",
      targets.topic(of.domain, of.product, of.major, ".dlq"),
      ["identity", "boundary"],
    ),
    deny("17", "writes the shared topic", "kafka-cluster:WriteData", shared, ["identity", "boundary"]),
    allow(
      "18",
      "commits in its own group",
      "kafka-cluster:AlterGroup",
      targets.kafka("group", consumerGroupName(domain, app, "main")),
    ),
    deny(
      "19",
      "commits in the producer's group",
      "kafka-cluster:AlterGroup",
      targets.kafka("group", consumerGroupName(of.domain, of.product, "main")),
      ["identity", "boundary"],
    ),
    deny(
      "19b",
      "commits in the group of its domain's other app",
      "kafka-cluster:AlterGroup",
      targets.kafka("group", consumerGroupName(domain, "experiment", "main")),
      ["identity"],
    ),
  ];
}

function bucketCases(scenario: Scenario): MatrixCase[] {
  const { hidden, consumer } = scenario;
  const { site, domain, product, major } = consumer.of;
  const targets = new Targets(scenario);
  const shared = targets.object(site, domain, product, major);
  const unshared = targets.object(site, domain, hidden, 1);
  const bucket = targets.bucket(site, domain);
  const all = ["identity", "boundary", "resource"] as const;
  const prefix = (of: string, version: number) => ({ "s3:prefix": portPrefix(of, version) });
  const { allow, deny } = named(actorsOf(scenario).C);

  return [
    allow("20", "reads a shared object", "s3:GetObject", shared),
    deny("21", "reads an object not shared", "s3:GetObject", unshared, all),
    deny(
      "22",
      "reads another major's object",
      "s3:GetObject",
      targets.object(site, domain, product, major + 1),
      all,
    ),
    deny("23", "puts a shared object", "s3:PutObject", shared, all),
    allow("24", "lists the shared prefix", "s3:ListBucket", bucket, prefix(product, major)),
    deny("25", "lists the bucket", "s3:ListBucket", bucket, all, { "s3:prefix": "" }),
    deny("25b", "lists a prefix not shared", "s3:ListBucket", bucket, all, prefix(hidden, 1)),
    deny("52", "removes the bucket's policy", "s3:DeleteBucketPolicy", bucket, [...all, "denials"]),
  ];
}

function keyCases(scenario: Scenario): MatrixCase[] {
  const { site, domain } = scenario.consumer.of;
  const key = new Targets(scenario).key(site, domain);
  const { allow, deny } = named(actorsOf(scenario).C);

  return [
    allow("26", "decrypts through S3", "kms:Decrypt", key, throughS3(site)),
    deny("27", "decrypts by itself", "kms:Decrypt", key, ["identity", "resource"]),
    deny(
      "28",
      "takes a data key",
      "kms:GenerateDataKey",
      key,
      ["identity", "boundary", "resource"],
      throughS3(site),
    ),
    deny("28b", "changes the key's policy", "kms:PutKeyPolicy", key, [
      "identity",
      "boundary",
      "denials",
      "resource",
    ]),
  ];
}
