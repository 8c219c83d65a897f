import { bucketArn } from "../../../names";
import { digest } from "../digest";
import { row, type ResourceFacts, type Subject } from "../model";
import { flag, importBy, text } from "../read";
import { conflicts, lengthBetween } from "../rules";
import { awsError, REGIONAL, same, siteOf, TAGGED } from "./common";

/* hashicorp/terraform-provider-aws 6.25, internal/service/s3/bucket.go. */

/** Hosted zones of S3 website endpoints. Source: AWS general reference, "Amazon S3 endpoints". */
const HOSTED_ZONES: Readonly<Record<string, string>> = {
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "eu-north-1": "Z3BAZG2TWCNX0D",
  "eu-west-1": "Z1BKCTXD74EZPE",
  "eu-west-2": "Z3GKZC51ZF0DB4",
  "eu-west-3": "Z3R1K369G5AVDG",
  "us-east-1": "Z3AQBSTGFYJSTF",
  "us-east-2": "Z2O1EMRO9K5GLX",
  "us-west-1": "Z2F56UZL2M1ACD",
  "us-west-2": "Z3BJ6K6RIION7M",
};

/** What a bucket without any setting reports. */
const UNSET_BLOCKS = [
  ...[
    "cors_rule",
    "lifecycle_rule",
    "logging",
    "object_lock_configuration",
    "replication_configuration",
    "website",
  ],
];

const canonicalUser = ({ context }: Subject): string => digest("canonical user", context.site.account);

/** `aws_s3_bucket`: names are unique in the world. */
export const bucket: ResourceFacts = row({
  source: "aws s3/bucket.go",
  identity: (values) => text(values, "bucket"),
  computedBlocks: [...UNSET_BLOCKS, "grant", "server_side_encryption_configuration", "versioning"],
  local: ["force_destroy", "timeouts"],
  forceNew: ["bucket", "bucket_prefix", "object_lock_enabled", "region"],
  defaults: { force_destroy: false },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  rules: [lengthBetween("bucket", 0, 63)],
  groups: [conflicts("bucket", "bucket_prefix"), conflicts("bucket_prefix", "bucket")],
  derived: {
    ...TAGGED.derived,
    ...Object.fromEntries(UNSET_BLOCKS.map((name) => [name, () => []])),
    id: same("bucket"),
    arn: (subject) => bucketArn(siteOf(subject), text(subject.values, "bucket")),
    bucket_prefix: () => "",
    bucket_region: (subject) => siteOf(subject).region,
    bucket_domain_name: ({ values }) => `${text(values, "bucket")}.s3.amazonaws.com`,
    bucket_regional_domain_name: (subject) =>
      `${text(subject.values, "bucket")}.s3.${siteOf(subject).region}.amazonaws.com`,
    hosted_zone_id: (subject) => HOSTED_ZONES[siteOf(subject).region] ?? "",
    acceleration_status: () => "",
    request_payer: () => "BucketOwner",
    object_lock_enabled: () => false,
    policy: () => "",
    website_domain: () => "",
    website_endpoint: () => "",
    grant: (subject) => [
      { id: canonicalUser(subject), permissions: ["FULL_CONTROL"], type: "CanonicalUser", uri: "" },
    ],
    versioning: () => [{ enabled: false, mfa_delete: false }],
    server_side_encryption_configuration: () => [
      {
        rule: [
          {
            apply_server_side_encryption_by_default: [{ kms_master_key_id: "", sse_algorithm: "AES256" }],
            bucket_key_enabled: false,
          },
        ],
      },
    ],
  },
  taken: (subject) =>
    awsError(
      subject,
      `creating S3 Bucket (${text(subject.values, "bucket")})`,
      ["S3", "CreateBucket", 409],
      "BucketAlreadyOwnedByYou: ",
    ),
  obstacles: [
    {
      mark: "nonEmpty",
      unless: (values) => flag(values, "force_destroy"),
      words: (subject) =>
        awsError(
          subject,
          `deleting S3 Bucket (${text(subject.values, "bucket")})`,
          ["S3", "DeleteBucket", 409],
          "api error BucketNotEmpty: The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
        ),
    },
  ],
  importer: importBy("bucket"),
});
