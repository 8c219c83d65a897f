import { samePolicy } from "../json-equality";
import { row, type Need, type ResourceFacts } from "../model";
import { flag, importBy, text } from "../read";
import { json, lengthBetween, oneOf } from "../rules";
import { awsError, needsBucket, REGIONAL, same } from "./common";

/*
 * hashicorp/terraform-provider-aws 6.25, internal/service/s3: the settings of
 * a bucket. Each is one document of the bucket, so writing it twice overwrites.
 */

const OWNER = "expected_bucket_owner";

const setting = (facts: Partial<ResourceFacts> & Pick<ResourceFacts, "source">): ResourceFacts =>
  row({
    identity: (values) => text(values, "bucket"),
    ...REGIONAL,
    importer: importBy("bucket"),
    ...facts,
    forceNew: ["bucket", "region", ...(facts.forceNew ?? [])],
    derived: { id: same("bucket"), ...facts.derived },
  });

export const bucketPolicy = setting({
  source: "aws s3/bucket_policy.go",
  equivalent: { policy: samePolicy },
  rules: [json("policy")],
  needs: [needsBucket("Policy", "PutBucketPolicy")],
});

export const bucketPublicAccessBlock = setting({
  source: "aws s3/bucket_public_access_block.go",
  local: ["skip_destroy"],
  survives: (values) => flag(values, "skip_destroy"),
  defaults: {
    block_public_acls: false,
    block_public_policy: false,
    ignore_public_acls: false,
    restrict_public_buckets: false,
  },
  needs: [needsBucket("Public Access Block", "PutPublicAccessBlock")],
});

export const bucketOwnershipControls = setting({
  source: "aws s3/bucket_ownership_controls.go",
  rules: [oneOf("rule.*.object_ownership", "BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced")],
  needs: [needsBucket("Ownership Controls", "PutBucketOwnershipControls")],
});

const statusOf = (value: unknown): unknown =>
  Array.isArray(value) ? (value[0] as { status?: unknown } | undefined)?.status : undefined;

export const bucketVersioning = setting({
  source: "aws s3/bucket_versioning.go: schema and CustomizeDiff",
  local: ["mfa"],
  forceNew: [OWNER],
  rules: [
    oneOf("versioning_configuration.*.status", "Enabled", "Suspended", "Disabled"),
    oneOf("versioning_configuration.*.mfa_delete", "Enabled", "Disabled"),
  ],
  planChecks: [
    (config, prior) => {
      const [before, after] = [
        statusOf(prior?.versioning_configuration),
        statusOf(config.versioning_configuration),
      ];
      return after === "Disabled" && (before === "Enabled" || before === "Suspended")
        ? `versioning_configuration.status cannot be updated from '${String(before)}' to '${after}'`
        : undefined;
    },
  ],
  derived: { "versioning_configuration.*.mfa_delete": () => "" },
  needs: [needsBucket("Versioning", "PutBucketVersioning")],
});

export const bucketServerSideEncryption = setting({
  source: "aws s3/bucket_server_side_encryption_configuration.go",
  forceNew: [OWNER],
  rules: [
    oneOf(
      "rule.*.apply_server_side_encryption_by_default.*.sse_algorithm",
      ...["AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"],
    ),
  ],
  needs: [needsBucket("Server-side Encryption Configuration", "PutBucketEncryption")],
});

const needsLogTarget: Need = {
  type: "aws_s3_bucket",
  of: (values) => [text(values, "target_bucket")],
  missing: (_bucket, subject) =>
    awsError(
      subject,
      `creating S3 Bucket (${text(subject.values, "bucket")}) Logging`,
      ["S3", "PutBucketLogging", 400],
      "api error InvalidTargetBucketForLogging: The target bucket for logging does not exist",
    ),
};

export const bucketLogging = setting({
  source: "aws s3/bucket_logging.go",
  forceNew: [OWNER],
  needs: [needsBucket("Logging", "PutBucketLogging"), needsLogTarget],
});

export const bucketNotification = setting({
  source: "aws s3/bucket_notification.go",
  defaults: { eventbridge: false },
  needs: [needsBucket("Notification", "PutBucketNotificationConfiguration")],
});

const metricId = (values: Readonly<Record<string, unknown>>): string =>
  `${text(values, "bucket")}:${text(values, "name")}`;

export const bucketMetric = setting({
  source: "aws s3/bucket_metric.go",
  identity: metricId,
  forceNew: ["name"],
  rules: [lengthBetween("name", 1, 64)],
  derived: { id: ({ values }) => metricId(values) },
  needs: [needsBucket("Metric", "PutBucketMetricsConfiguration")],
  importer: (id) => {
    const [bucket, name, ...more] = id.split(":");
    if (bucket !== undefined && name !== undefined && more.length === 0) return { bucket, name };
    return `wrong format of ID (${id}), expected <bucket>:<name>`;
  },
});

/** Fields the provider's older library filled with zero values, so that nothing changes for old states. */
const LEGACY = {
  "rule.*.prefix": "",
  "rule.*.expiration.*.days": 0,
  "rule.*.expiration.*.expired_object_delete_marker": false,
  "rule.*.filter.*.object_size_greater_than": null,
  "rule.*.filter.*.object_size_less_than": null,
  "rule.*.filter.*.and.*.object_size_greater_than": 0,
  "rule.*.filter.*.and.*.object_size_less_than": 0,
  "rule.*.filter.*.and.*.prefix": "",
} as const;

export const bucketLifecycle = setting({
  source: "aws s3/bucket_lifecycle_configuration.go (plugin framework)",
  library: "framework",
  schemaVersion: 1,
  local: ["timeouts"],
  forceNew: [OWNER],
  defaults: { ...LEGACY, transition_default_minimum_object_size: "all_storage_classes_128K" },
  rules: [
    oneOf("rule.*.status", "Enabled", "Disabled"),
    oneOf("transition_default_minimum_object_size", "all_storage_classes_128K", "varies_by_storage_class"),
    lengthBetween("rule.*.id", 1, 255),
  ],
  derived: { [OWNER]: () => "", "rule.*.filter.*.prefix": () => "", "rule.*.transition.*.days": () => 0 },
  needs: [needsBucket("Lifecycle Configuration", "PutBucketLifecycleConfiguration")],
});
