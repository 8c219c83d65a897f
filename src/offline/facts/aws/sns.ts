import { alertTopicArn } from "../../../names";
import type { Value } from "../../model";
import { sameJson, samePolicy } from "../json-equality";
import { row, type Need, type ResourceFacts, type Subject } from "../model";
import { importBy, text } from "../read";
import { between, conflicts, json, matching, oneOf } from "../rules";
import { awsError, importArn, inRegion, newUuid, REGIONAL, same, siteOf, TAGGED } from "./common";

/* hashicorp/terraform-provider-aws 6.25, internal/service/sns. */

const topicArn = (subject: Subject): string => alertTopicArn(siteOf(subject), text(subject.values, "name"));

const account: (subject: Subject) => Value = ({ context }) => context.site.account;

/** `aws_sns_topic`: deleting it drops every subscription. */
export const topic: ResourceFacts = row({
  source: "aws topic.go",
  identity: inRegion("name"),
  forceNew: ["name", "name_prefix", "fifo_topic", "region"],
  defaults: { content_based_deduplication: false, fifo_topic: false },
  planned: { ...REGIONAL.planned, ...TAGGED.planned },
  equivalent: { policy: samePolicy, delivery_policy: sameJson, archive_policy: sameJson },
  rules: [
    json("policy"),
    between("signature_version", 1, 2),
    oneOf("tracing_config", "Active", "PassThrough"),
    matching("name", /^[0-9A-Za-z_-]{1,256}(\.fifo)?$/, "invalid topic name"),
  ],
  groups: [conflicts("name", "name_prefix"), conflicts("name_prefix", "name")],
  derived: {
    ...TAGGED.derived,
    name_prefix: () => "",
    arn: topicArn,
    id: topicArn,
    owner: account,
    beginning_archive_time: () => "",
    fifo_throughput_scope: () => "",
    signature_version: () => 0,
    tracing_config: () => "",
    policy: (subject) =>
      JSON.stringify({
        Id: "__default_policy_ID",
        Statement: [
          {
            Action: ["SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:Subscribe", "SNS:Publish"],
            Condition: { StringEquals: { "AWS:SourceOwner": account(subject) } },
            Effect: "Allow",
            Principal: { AWS: "*" },
            Resource: topicArn(subject),
            Sid: "__default_statement_ID",
          },
        ],
        Version: "2008-10-17",
      }),
  },
  taken: (subject) =>
    awsError(
      subject,
      `creating SNS Topic (${text(subject.values, "name")})`,
      ["SNS", "CreateTopic", 400],
      "InvalidParameter: Invalid parameter: Attributes Reason: Topic already exists with different attributes",
    ),
  importer: importArn("name", alertTopicArn),
});

const needsTopic = (attribute: string, operation: string): Need => ({
  type: "aws_sns_topic",
  of: (values) => {
    const [region = "", accountId = "", name = ""] = text(values, attribute).split(":").slice(3);
    return [[accountId, region, name].join("/")];
  },
  missing: (_identity, subject) =>
    awsError(
      subject,
      `creating SNS Topic (${text(subject.values, attribute)}) ${operation}`,
      ["SNS", operation, 404],
      "NotFound: Topic does not exist",
    ),
  lifelong: true,
});

/** `aws_sns_topic_policy` */
export const topicPolicy: ResourceFacts = row({
  source: "aws topic_policy.go",
  identity: (values) => text(values, "arn"),
  ...REGIONAL,
  forceNew: ["arn", "region"],
  equivalent: { policy: samePolicy },
  rules: [json("policy")],
  derived: { id: same("arn"), owner: account },
  needs: [needsTopic("arn", "SetTopicAttributes")],
  importer: importBy("arn"),
});

const subscriptionArn = (subject: Subject): string =>
  `${text(subject.values, "topic_arn")}:${String(newUuid(subject))}`;

/** `aws_sns_topic_subscription`: the service makes its name up; an e-mail waits for a person's answer. */
export const topicSubscription: ResourceFacts = row({
  source: "aws topic_subscription.go",
  identity: (values) => text(values, "arn"),
  minted: true,
  local: ["confirmation_timeout_in_minutes", "endpoint_auto_confirms"],
  forceNew: ["endpoint", "protocol", "topic_arn", "region"],
  defaults: {
    confirmation_timeout_in_minutes: 1,
    endpoint_auto_confirms: false,
    raw_message_delivery: false,
  },
  planned: REGIONAL.planned,
  reads: {
    delivery_policy: "",
    filter_policy: "",
    redrive_policy: "",
    replay_policy: "",
    subscription_role_arn: "",
  },
  equivalent: { filter_policy: sameJson, delivery_policy: sameJson, redrive_policy: sameJson },
  rules: [
    oneOf(
      "protocol",
      ...["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"],
    ),
    oneOf("filter_policy_scope", "MessageAttributes", "MessageBody"),
  ],
  derived: {
    arn: subscriptionArn,
    id: subscriptionArn,
    owner_id: account,
    filter_policy_scope: () => "",
    confirmation_was_authenticated: () => false,
    pending_confirmation: ({ values }) => text(values, "protocol").startsWith("email"),
  },
  needs: [needsTopic("topic_arn", "Subscribe")],
  importer: importBy("arn"),
});
