import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import {
  alarmPrefix,
  alertTopicArn,
  alertTopicName,
  DOMAIN_TAG,
  ENVIRONMENT_TAG,
  type Site,
} from "../../../src/names";
import { POLICY_LIMITS, renderPolicy } from "../../policy";
import { ValidationError } from "../../validation";
import { topicPolicy } from "./policy";
import { emailProblems, subscribeEmails } from "./subscriptions";

/** A topic that alarms notify. */
export interface IAlertTopic {
  readonly topicArn: string;
}

/** Props of a domain's alert topic. */
export interface AlertTopicProps {
  readonly site: Site;
  readonly domain: string;
  /** ARN of the domain's key, whose policy must let CloudWatch use it; a token of the key serves. */
  readonly keyArn: string;
  /** Addresses that get every alert of the domain. @default - none */
  readonly emails?: readonly string[];
}

/** The encrypted topic of a domain's alerts: its own alarms publish, and nobody outside the account does. */
export class AlertTopic extends Construct implements IAlertTopic {
  /** A topic that another stack or team owns. */
  public static fromArn(topicArn: string): IAlertTopic {
    return { topicArn };
  }

  public readonly topicName: string;
  public readonly topicArn: string;

  /** @throws ValidationError when an address is none or is given twice. */
  public constructor(scope: Construct, id: string, { site, domain, keyArn, emails = [] }: AlertTopicProps) {
    super(scope, id);
    const problems = emailProblems(emails);
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    this.topicName = alertTopicName(site, domain);
    const topic = new SnsTopic(this, "Resource", {
      name: this.topicName,
      kmsMasterKeyId: keyArn,
      tags: { [DOMAIN_TAG]: domain, [ENVIRONMENT_TAG]: site.environment },
    });
    this.topicArn = topic.arn;

    const publisher = { site, accounts: [site.account], alarmPrefix: alarmPrefix(site, domain) };
    const document = topicPolicy(alertTopicArn(site, this.topicName), publisher);
    new SnsTopicPolicy(this, "Policy", {
      arn: topic.arn,
      policy: renderPolicy(this.node.path, document, POLICY_LIMITS.topic),
    });
    subscribeEmails(this, topic.arn, emails);
  }
}
