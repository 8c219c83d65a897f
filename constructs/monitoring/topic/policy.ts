import { accountRootArn, alarmArn, type Site } from "../../../src/names";
import { policyDocument, policyValues, type PolicyDocument, type PolicyStatement } from "../../policy";

const CLOUDWATCH = "cloudwatch.amazonaws.com";

/** Which alarms may use a topic and its key. */
export interface AlarmPublisher {
  readonly site: Site;
  /** Accounts whose alarms publish. */
  readonly accounts: readonly string[];
  /** Start of the alarms' names. */
  readonly alarmPrefix: string;
}

/** Actions that a topic policy can name: SNS refuses `sns:*` there. */
const TOPIC_ACTIONS: readonly string[] = [
  "sns:AddPermission",
  "sns:DeleteTopic",
  "sns:GetTopicAttributes",
  "sns:ListSubscriptionsByTopic",
  "sns:Publish",
  "sns:RemovePermission",
  "sns:SetTopicAttributes",
  "sns:Subscribe",
];

/** Lets alarms publish and the account that owns the topic manage it; nothing goes over an open connection. */
export function topicPolicy(topicArn: string, publisher: AlarmPublisher): PolicyDocument {
  return policyDocument([
    { Sid: "AllowAlarms", ...fromAlarms(publisher), Action: "sns:Publish", Resource: topicArn },
    {
      Sid: "AllowOwnAccount",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(publisher.site) },
      Action: TOPIC_ACTIONS,
      Resource: topicArn,
    },
    {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/**
 * Without the second statement, alarms deploy and deliver nothing: CloudWatch encrypts each message with the topic's
 * key (SNS developer guide, key management).
 */
export function alertKeyPolicy(publisher: AlarmPublisher): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowOwnAccount",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(publisher.site) },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "AllowAlarms",
      ...fromAlarms(publisher),
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
    },
  ]);
}

function fromAlarms(publisher: AlarmPublisher): Pick<PolicyStatement, "Effect" | "Principal" | "Condition"> {
  const { site, accounts, alarmPrefix } = publisher;
  return {
    Effect: "Allow",
    Principal: { Service: CLOUDWATCH },
    Condition: {
      StringEquals: { "aws:SourceAccount": policyValues(accounts) },
      ArnLike: {
        "aws:SourceArn": policyValues(
          accounts.map((account) => alarmArn({ ...site, account }, `${alarmPrefix}*`)),
        ),
      },
    },
  };
}
