import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import { ACCESS_LOG_ROOT, ENVIRONMENT_TAG, accessLogBucketName, bucketArn, type Site } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { POLICY_LIMITS, policyDocument, renderPolicy } from "../policy";
import { nameProblem, validate, type Rule } from "../validation";
import { accessLogPolicyStatements } from "./access-log-policy";
import { defineHygiene, expiryRule, housekeepingRule } from "./bucket-settings";
import { ABORT_MULTIPART_DAYS, NONCURRENT_DAYS } from "./domain-bucket";

/** Days that access logs are kept. */
export const ACCESS_LOG_RETENTION_DAYS = 365;

export interface AccessLogBucketProps {
  readonly environment: MeshEnvironment;
  /**
   * The account and region whose buckets log here; S3 delivers logs within one account and region only.
   * @default - the environment's own site
   */
  readonly site?: Site;
  /** @default ACCESS_LOG_RETENTION_DAYS */
  readonly retentionDays?: number;
  /**
   * Refuse to plan the bucket's destruction.
   * @default - true where the environment is protected
   */
  readonly retain?: boolean;
}

interface CheckedProps {
  readonly site: Site;
  readonly retentionDays: number;
}

const RULES: readonly Rule<CheckedProps>[] = [
  {
    holds: ({ site }) => nameProblem(() => accessLogBucketName(site)) === undefined,
    problem: ({ site }) => nameProblem(() => accessLogBucketName(site)) ?? "",
  },
  {
    holds: ({ retentionDays }) => Number.isInteger(retentionDays) && retentionDays >= 1,
    problem: ({ retentionDays }) =>
      `RetentionInvalid: retentionDays must be a whole number of days from 1, got ${retentionDays}`,
  },
];

/**
 * Where the buckets of one account and region write their access logs, each below its domain's prefix. Encrypted by
 * S3's own keys: log delivery takes no other (Amazon S3 user guide, enabling server access logging).
 */
export class AccessLogBucket extends Construct {
  public readonly bucketName: string;
  public readonly bucketArn: string;

  public constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { environment, site = environment.site, retentionDays = ACCESS_LOG_RETENTION_DAYS } = props;
    const retain = props.retain ?? environment.protected;
    validate(this.node.path, { site, retentionDays }, RULES);

    this.bucketName = accessLogBucketName(site);
    this.bucketArn = bucketArn(site, this.bucketName);

    const bucket = new S3Bucket(this, "Resource", {
      bucket: this.bucketName,
      forceDestroy: false,
      tags: { [ENVIRONMENT_TAG]: site.environment },
      lifecycle: retain ? { preventDestroy: true } : undefined,
    });
    const document = policyDocument(accessLogPolicyStatements(site));
    defineHygiene(this, bucket, {
      policy: renderPolicy(this.node.path, document, POLICY_LIMITS.bucket),
      lifecycleRules: [
        housekeepingRule(NONCURRENT_DAYS, ABORT_MULTIPART_DAYS),
        expiryRule("retention", ACCESS_LOG_ROOT, retentionDays),
      ],
    });
  }
}
