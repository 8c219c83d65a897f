import { isRegion } from "../../../names";
import type { ProviderFacts, ResourceFacts } from "../model";
import { isSet, text } from "../read";
import { SECRET_VERSION, SECRET_VERSION_BLOCK } from "./ephemeral";
import { openidConnectProvider, policy, role, rolePolicyAttachment } from "./iam";
import { alias, key } from "./kms";
import { dashboard, logGroup, metricAlarm } from "./monitoring";
import { bucket } from "./s3";
import * as settings from "./s3-settings";
import { secret, singleScramSecretAssociation } from "./secrets";
import { topic, topicPolicy, topicSubscription } from "./sns";

const RESOURCES: Readonly<Record<string, ResourceFacts>> = {
  aws_cloudwatch_dashboard: dashboard,
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_metric_alarm: metricAlarm,
  aws_iam_openid_connect_provider: openidConnectProvider,
  aws_iam_policy: policy,
  aws_iam_role: role,
  aws_iam_role_policy_attachment: rolePolicyAttachment,
  aws_kms_alias: alias,
  aws_kms_key: key,
  aws_msk_single_scram_secret_association: singleScramSecretAssociation,
  aws_s3_bucket: bucket,
  aws_s3_bucket_lifecycle_configuration: settings.bucketLifecycle,
  aws_s3_bucket_logging: settings.bucketLogging,
  aws_s3_bucket_metric: settings.bucketMetric,
  aws_s3_bucket_notification: settings.bucketNotification,
  aws_s3_bucket_ownership_controls: settings.bucketOwnershipControls,
  aws_s3_bucket_policy: settings.bucketPolicy,
  aws_s3_bucket_public_access_block: settings.bucketPublicAccessBlock,
  aws_s3_bucket_server_side_encryption_configuration: settings.bucketServerSideEncryption,
  aws_s3_bucket_versioning: settings.bucketVersioning,
  aws_secretsmanager_secret: secret,
  aws_sns_topic: topic,
  aws_sns_topic_policy: topicPolicy,
  aws_sns_topic_subscription: topicSubscription,
};

/** Facts of hashicorp/aws 6.25. */
export const AWS: ProviderFacts = {
  name: "aws",
  resources: new Map(Object.entries(RESOURCES)),
  providerChecks: [
    (config) =>
      isSet(config.allowed_account_ids) && isSet(config.forbidden_account_ids)
        ? '"allowed_account_ids": conflicts with forbidden_account_ids'
        : undefined,
    (config) =>
      text(config, "region") !== "" && !isRegion(text(config, "region"))
        ? `invalid AWS Region: ${text(config, "region")}`
        : undefined,
  ],
  sensitiveConfig: [],
  ephemerals: new Map([[SECRET_VERSION, SECRET_VERSION_BLOCK]]),
};
