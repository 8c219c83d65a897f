import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import {
  alertTopicArn,
  ENVIRONMENT_TAG,
  environmentAlarmPrefix,
  isAccount,
  platformAlertTopicName,
  platformKeyAlias,
} from "../../../src/names";
import type { MeshEnvironment } from "../../environment";
import { POLICY_LIMITS, renderPolicy } from "../../policy";
import { ValidationError } from "../../validation";
import type { IAlertTopic } from "./alert-topic";
import { alertKeyPolicy, topicPolicy } from "./policy";
import { emailProblems, subscribeEmails } from "./subscriptions";

/** Days between the deletion of the key and its end. */
export const ALERT_KEY_DELETION_DAYS = 30;

/** Props of the platform's alert topic. */
export interface PlatformAlertTopicProps {
  readonly environment: MeshEnvironment;
  /**
   * Refuse to plan the key's destruction.
   * @default - true where the environment is protected
   */
  readonly retain?: boolean;
  /** Other accounts in the same region whose domains page here. @default - the platform's account alone */
  readonly domainAccounts?: readonly string[];
  /** Addresses that get every page of the environment. @default - none */
  readonly emails?: readonly string[];
}

/** The encrypted topic where the pages of every domain go too, with a key of its own. */
export class PlatformAlertTopic extends Construct implements IAlertTopic {
  public readonly topicName: string;
  public readonly topicArn: string;
  public readonly keyArn: string;
  public readonly keyAlias: string;

  /** @throws ValidationError when an address or an account is none. */
  public constructor(scope: Construct, id: string, props: PlatformAlertTopicProps) {
    super(scope, id);
    const { environment, domainAccounts = [], emails = [] } = props;
    const { retain = environment.protected } = props;
    const { site } = environment;
    const problems = [...emailProblems(emails), ...accountProblems(domainAccounts)];
    if (problems.length > 0) throw new ValidationError(this.node.path, problems);

    const publisher = {
      site,
      accounts: [site.account, ...domainAccounts],
      alarmPrefix: environmentAlarmPrefix(site),
    };
    const tags = { [ENVIRONMENT_TAG]: site.environment };

    const key = new KmsKey(this, "Key", {
      description: `alerts of the mesh in ${site.environment}`,
      enableKeyRotation: true,
      deletionWindowInDays: ALERT_KEY_DELETION_DAYS,
      policy: renderPolicy(this.node.path, alertKeyPolicy(publisher), POLICY_LIMITS.key),
      tags,
      lifecycle: retain ? { preventDestroy: true } : undefined,
    });
    this.keyArn = key.arn;
    this.keyAlias = platformKeyAlias(site);
    new KmsAlias(this, "KeyAlias", { name: this.keyAlias, targetKeyId: key.keyId });

    this.topicName = platformAlertTopicName(site);
    const topic = new SnsTopic(this, "Resource", { name: this.topicName, kmsMasterKeyId: key.arn, tags });
    this.topicArn = topic.arn;
    const document = topicPolicy(alertTopicArn(site, this.topicName), publisher);
    new SnsTopicPolicy(this, "Policy", {
      arn: topic.arn,
      policy: renderPolicy(this.node.path, document, POLICY_LIMITS.topic),
    });
    subscribeEmails(this, topic.arn, emails);
  }
}

function accountProblems(accounts: readonly string[]): string[] {
  return accounts
    .filter((account) => !isAccount(account))
    .map((account) => `domainAccounts must be twelve digits each, got '${account}'`);
}
