import {
  ACCESS_LOG_ROOT,
  accessLogBucketName,
  anyDomainBucketArn,
  anyDomainRoleArn,
  objectArn,
  type Site,
} from "../../src/names";
import type { PolicyStatement } from "../policy";
import { transportStatements, wholeBucket } from "./bucket-policy";

/**
 * The statements of the log bucket's policy: S3 may write logs of the environment's buckets in this account, and no
 * domain's role may do anything, since the log tells who read what.
 */
export function accessLogPolicyStatements(site: Site): PolicyStatement[] {
  const bucket = accessLogBucketName(site);
  return [
    ...transportStatements(site, bucket),
    {
      Sid: "DenyDomains",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: wholeBucket(site, bucket),
      Condition: { ArnLike: { "aws:PrincipalArn": anyDomainRoleArn(site) } },
    },
    {
      Sid: "AllowLogDelivery",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: objectArn(site, bucket, `${ACCESS_LOG_ROOT}*`),
      Condition: {
        StringEquals: { "aws:SourceAccount": site.account },
        ArnLike: { "aws:SourceArn": anyDomainBucketArn(site) },
      },
    },
  ];
}
