import { bucketArn, bucketName } from "../../src/names";
import type { DomainScope } from "../access";
import type { PolicyStatement } from "../policy";

/** The domain's bucket and its settings: never an object in it. */
export function deployBucketStatements({ site, domain }: DomainScope): PolicyStatement[] {
  return [
    {
      Sid: "OwnBucket",
      Effect: "Allow",
      Action: [
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:Get*Configuration",
        "s3:GetBucket*",
        "s3:ListBucket",
        "s3:ListTagsForResource",
        "s3:PutBucketLogging",
        "s3:PutBucketNotification",
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutMetricsConfiguration",
        "s3:TagResource",
        "s3:UntagResource",
      ],
      Resource: bucketArn(site, bucketName(site, domain)),
    },
  ];
}
