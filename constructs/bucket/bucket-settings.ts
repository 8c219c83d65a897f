import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketMetric } from "@cdktf/provider-aws/lib/s3-bucket-metric";
import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { accessLogPrefix, portPrefix, requestMetricsId } from "../../src/names";
import type { BucketPort } from "./bucket-port";

/** What every bucket has, whoever's it is. */
export interface BucketHygiene {
  readonly policy: string;
  /** The key that encrypts by default; without one, S3's own keys do. */
  readonly keyArn?: string;
  readonly lifecycleRules: readonly S3BucketLifecycleConfigurationRule[];
}

/** What a domain's bucket has besides. */
export interface BucketObservation {
  readonly domain: string;
  readonly ports: readonly BucketPort[];
  readonly accessLogBucketName: string;
}

/** Where a newer default of AWS would otherwise show up as a change in every plan. */
const MINIMUM_TRANSITION_SIZE = "all_storage_classes_128K";

/** For everything in the bucket: S3 checkers take an empty prefix for it, where no filter at all is refused. */
export function housekeepingRule(
  noncurrentDays: number,
  abortMultipartDays: number,
): S3BucketLifecycleConfigurationRule {
  return {
    id: "housekeeping",
    status: "Enabled",
    filter: [{ prefix: "" }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortMultipartDays }],
    noncurrentVersionExpiration: [{ noncurrentDays }],
  };
}

/** One rule per port whose objects expire. */
export function retentionRules(ports: readonly BucketPort[]): S3BucketLifecycleConfigurationRule[] {
  return ports.flatMap(({ product, major, retentionDays }) => {
    if (retentionDays === undefined) return [];
    const id = requestMetricsId(product, major);
    return [expiryRule(id, portPrefix(product, major), retentionDays)];
  });
}

/** Expires what is below `prefix` after `days`. */
export function expiryRule(id: string, prefix: string, days: number): S3BucketLifecycleConfigurationRule {
  return { id, status: "Enabled", filter: [{ prefix }], expiration: [{ days }] };
}

/**
 * Each setting waits for the one before: S3 answers 409 `OperationAborted` to settings of one bucket that arrive
 * together (hashicorp/terraform-provider-aws#7628, #33552). Public access is closed before anything else.
 *
 * @returns the last one, for more settings to wait for.
 */
export function defineHygiene(
  scope: Construct,
  bucket: S3Bucket,
  settings: BucketHygiene,
): ITerraformDependable {
  const of = { bucket: bucket.bucket };
  const publicAccess = new S3BucketPublicAccessBlock(scope, "PublicAccess", {
    ...of,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const policy = new S3BucketPolicy(scope, "Policy", {
    ...of,
    policy: settings.policy,
    dependsOn: [publicAccess],
  });
  const ownership = new S3BucketOwnershipControls(scope, "Ownership", {
    ...of,
    rule: { objectOwnership: "BucketOwnerEnforced" },
    dependsOn: [policy],
  });
  const versioning = new S3BucketVersioningA(scope, "Versioning", {
    ...of,
    versioningConfiguration: { status: "Enabled" },
    dependsOn: [ownership],
  });
  const encryption = new S3BucketServerSideEncryptionConfigurationA(scope, "Encryption", {
    ...of,
    rule: [{ ...defaultEncryption(settings.keyArn), blockedEncryptionTypes: ["SSE-C"] }],
    dependsOn: [versioning],
  });
  return new S3BucketLifecycleConfiguration(scope, "Lifecycle", {
    ...of,
    transitionDefaultMinimumObjectSize: MINIMUM_TRANSITION_SIZE,
    rule: [...settings.lifecycleRules],
    dependsOn: [encryption],
  });
}

/** Access logs, events, and request metrics per port, one after another like the settings before them. */
export function defineObservation(
  scope: Construct,
  bucket: S3Bucket,
  { domain, ports, accessLogBucketName }: BucketObservation,
  after: ITerraformDependable,
): void {
  const of = { bucket: bucket.bucket };
  const logging = new S3BucketLoggingA(scope, "Logging", {
    ...of,
    targetBucket: accessLogBucketName,
    targetPrefix: accessLogPrefix(domain),
    dependsOn: [after],
  });
  let last: ITerraformDependable = new S3BucketNotification(scope, "Notification", {
    ...of,
    eventbridge: true,
    dependsOn: [logging],
  });
  const metrics = new Construct(scope, "Metrics");
  for (const { product, major } of ports) {
    const name = requestMetricsId(product, major);
    last = new S3BucketMetric(metrics, name, {
      ...of,
      name,
      filter: { prefix: portPrefix(product, major) },
      dependsOn: [last],
    });
  }
}

/** With a bucket key, S3 asks KMS once per bucket and hour, and the encryption context is the bucket's ARN. */
function defaultEncryption(keyArn: string | undefined) {
  if (keyArn === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
    bucketKeyEnabled: true,
  };
}
