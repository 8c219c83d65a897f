import { PostgresqlProvider } from "@cdktf/provider-postgresql/lib/provider";
import type { Construct } from "constructs";
import { AccessLogBucket } from "../../constructs/bucket";
import { alarmsUrl, DatabaseAlarms, PlatformAlertTopic } from "../../constructs/monitoring";
import { DatabaseHygiene, postgresProviderConfig } from "../../constructs/schema";
import { DefaultKafkaQuota, kafkaCredentials, kafkaProviderConfig } from "../../constructs/topic-set";
import { TerraformOutput, TerraformStack } from "../../src/cdk";
import { PLATFORM_STACK, stateKey } from "../../src/names";
import { KafkaProvider } from "../../src/providers/kafka/provider";
import { defineAws, DeployProvider } from "../providers";
import { validateStack } from "../rules";
import { requireTerraform } from "../terraform-version";
import { defineBackend, sealState } from "../state";
import type { PlatformStackProps } from "./platform-stack-props";

/** Who owns what an environment shares. */
const PLATFORM_TEAM = "platform";

/**
 * What the domains of an environment share: the bucket for access logs, the alert topic and its key, the trust in the
 * CI, the rights that a Postgres database gives to everybody and that are taken away here. The Kafka cluster and the
 * Postgres server exist already and are referred to.
 */
export class PlatformStack extends TerraformStack {
  /** @throws ValidationError with everything that is wrong. */
  public constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id);
    const { environment, alertEmails, deployProvider } = props;
    const { site } = environment;
    validateStack(this.node.path, {
      environment,
      state: props.state,
      team: PLATFORM_TEAM,
      id,
      name: PLATFORM_STACK,
    });
    requireTerraform(this, environment, props.state);
    defineBackend(this, environment, props.state);
    sealState(this, stateKey(site.environment, PLATFORM_STACK));
    defineAws(this, site, { team: PLATFORM_TEAM });
    new KafkaProvider(this, "Kafka", kafkaProviderConfig(environment, kafkaCredentials(this, environment)));
    new PostgresqlProvider(this, "Postgres", postgresProviderConfig(this, environment));

    const logs = new AccessLogBucket(this, "AccessLogs", { environment });
    const alerts = new PlatformAlertTopic(this, "Alerts", {
      environment,
      domainAccounts: props.domainAccounts,
      emails: alertEmails,
    });
    new DefaultKafkaQuota(this, "KafkaQuota", {
      environment,
      producerBytesPerSecond: props.producerBytesPerSecond,
      consumerBytesPerSecond: props.consumerBytesPerSecond,
    });
    new DatabaseHygiene(this, "Database", { environment });
    new DatabaseAlarms(this, "DatabaseAlarms", {
      environment,
      ownerTeam: PLATFORM_TEAM,
      alertTopicArn: alerts.topicArn,
      runbookUrl: props.databaseRunbookUrl ?? alarmsUrl(site),
    });
    if (deployProvider !== undefined)
      new DeployProvider(this, "DeployProvider", { providerUrl: deployProvider });

    new TerraformOutput(this, "access_log_bucket", { value: logs.bucketName });
    new TerraformOutput(this, "alert_topic", { value: alerts.topicName });
  }
}
