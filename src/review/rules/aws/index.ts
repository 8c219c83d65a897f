import type { Rule } from "../rule";
import { CATALOGUE } from "./catalogue";
import { IAM } from "./iam";
import { OTHER_IAM } from "./iam-others";
import { KMS } from "./kms";
import { MESSAGES_AND_SECRETS } from "./messages-and-secrets";
import { MONITORING } from "./monitoring";
import { OTHER_POLICIES } from "./other-policies";
import { BUCKET } from "./s3-bucket";
import { LIFECYCLE } from "./s3-lifecycle";
import {
  ACCESS_LOG,
  BUCKET_ACL,
  NOTIFICATIONS,
  OBJECT_LOCK,
  REPLICATION,
  REQUEST_METRICS,
} from "./s3-observation";
import { BUCKET_POLICY, ENCRYPTION, OWNERSHIP_CONTROLS, PUBLIC_ACCESS, VERSIONING } from "./s3-settings";

const S3: readonly Rule[] = [
  ...[...BUCKET, ...LIFECYCLE, ...VERSIONING, ...ENCRYPTION, ...PUBLIC_ACCESS, ...OWNERSHIP_CONTROLS],
  ...[...BUCKET_POLICY, ...ACCESS_LOG, ...REQUEST_METRICS, ...NOTIFICATIONS, ...BUCKET_ACL],
  ...[...REPLICATION, ...OBJECT_LOCK],
];

/** What is known of changes to AWS resources: hashicorp/aws. */
export const AWS_RULES: readonly Rule[] = [
  ...S3,
  ...KMS,
  ...IAM,
  ...OTHER_IAM,
  ...MONITORING,
  ...MESSAGES_AND_SECRETS,
  ...CATALOGUE,
  ...OTHER_POLICIES,
];
