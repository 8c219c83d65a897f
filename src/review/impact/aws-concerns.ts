import { DOMAIN_TAG } from "../../names";
import { at, type Fields } from "../model";
import { same } from "../things";
import { forEverybody, forNobody, forReader, type Concern } from "./concern";
import type { Concerns } from "./concerns-of";
import { nearestPrefix, type AppUse, type PortNames, type PortSystem, type Reader } from "./port-names";
import { textAt } from "./text-at";

/** What a whole bucket is, every reader notices. */
const wholeBucket: Concerns = (values, names) =>
  portsBelow(names, textAt(values, "bucket"), "").map(forEverybody);

/** What only watches a bucket, no reader notices. */
const watchesBucket: Concerns = (values, names) =>
  portsBelow(names, textAt(values, "bucket"), prefixOf(values)).map(forNobody);

/** Which ports the resources of AWS are about. */
export const AWS_CONCERNS: Readonly<Record<string, Concerns>> = {
  aws_s3_bucket: wholeBucket,
  aws_s3_bucket_policy: wholeBucket,
  aws_s3_bucket_versioning: wholeBucket,
  aws_s3_bucket_server_side_encryption_configuration: wholeBucket,
  aws_s3_bucket_public_access_block: wholeBucket,
  aws_s3_bucket_ownership_controls: wholeBucket,
  aws_s3_bucket_object_lock_configuration: wholeBucket,
  aws_s3_bucket_lifecycle_configuration: lifecycleConcerns,
  aws_s3_bucket_metric: watchesBucket,
  aws_s3_bucket_inventory: watchesBucket,
  aws_s3_bucket_analytics_configuration: watchesBucket,
  aws_s3_bucket_logging: watchesBucket,
  aws_s3_bucket_notification: watchesBucket,
  aws_s3_object: (values, names) =>
    portsBelow(names, textAt(values, "bucket"), textAt(values, "key")).map(forEverybody),
  aws_kms_alias: (values, names) => ofKey(names, names.aliases.get(textAt(values, "name"))),
  aws_kms_key: (values, names) => ofKey(names, domainTag(values)),
  aws_iam_role: (values, names) => ofApp(names, names.iamRoles.get(textAt(values, "name")), "run"),
  aws_iam_role_policy: (values, names) => ofApp(names, names.iamRoles.get(textAt(values, "role")), "run"),
  aws_iam_policy: (values, names) => ofPolicy(names, textAt(values, "name")) ?? [],
  aws_iam_role_policy_attachment: (values, names) =>
    ofPolicy(names, lastPart(textAt(values, "policy_arn"))) ??
    ofApp(names, names.iamRoles.get(textAt(values, "role")), "run"),
  aws_cloudwatch_metric_alarm: (values, names) => {
    const port = nearestPrefix(names.alarms, textAt(values, "alarm_name"), "/");
    return port === undefined ? [] : [forNobody(port)];
  },
};

/** The ports whose objects have keys that start with `prefix`, or that are around it. */
function portsBelow(names: PortNames, bucket: string, prefix: string): readonly string[] {
  return (names.objects.get(bucket) ?? [])
    .filter(({ name }) => name.startsWith(prefix) || prefix.startsWith(name))
    .map(({ port }) => port);
}

/** Of a whole configuration, the rules that differ: each is about a prefix. */
function lifecycleConcerns(values: Fields, names: PortNames, others?: Fields): readonly Concern[] {
  const bucket = textAt(values, "bucket");
  const kept = rulesOf(others);
  return rulesOf(values)
    .filter((rule) => !kept.some((other) => same(rule, other)))
    .flatMap((rule) => portsBelow(names, bucket, prefixOf(rule)))
    .map(forEverybody);
}

function rulesOf(values: Fields | undefined): readonly Fields[] {
  const rules = at(values, "rule");
  return Array.isArray(rules) ? (rules as readonly Fields[]) : [];
}

/** The prefix in a filter, in any of the places where one can be; empty for all objects. */
function prefixOf(values: Fields): string {
  const filter = at(values, "filter", 0) ?? at(values, "filter");
  const both = at(filter, "and", 0) ?? at(filter, "and");
  return textAt(filter, "prefix") || textAt(both, "prefix") || textAt(values, "prefix");
}

/** Objects, and the secrets that apps log in with, are unreadable without the key. */
function ofKey(names: PortNames, domain: string | undefined): readonly Concern[] {
  return domain === undefined ? [] : names.portsOfDomain(domain).map(forEverybody);
}

const domainTag = (values: Fields): string | undefined =>
  textAt(values, "tags", DOMAIN_TAG) || textAt(values, "tags_all", DOMAIN_TAG) || undefined;

function ofPolicy(names: PortNames, policy: string): readonly Concern[] | undefined {
  const found = names.iamPolicies.get(policy);
  return found && ofApp(names, found.reader, found.use);
}

/** Kafka and Postgres may ask IAM who somebody is, too. */
const SYSTEMS: readonly PortSystem[] = ["topic", "bucket", "schema"];

function ofApp(names: PortNames, app: Reader | undefined, use: AppUse): readonly Concern[] {
  if (app === undefined) return [];
  return [
    ...(use === "consume" ? [] : names.producedBy(app, SYSTEMS).map(forEverybody)),
    ...(use === "produce" ? [] : names.consumedBy(app, SYSTEMS).map(forReader(app))),
  ];
}

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
