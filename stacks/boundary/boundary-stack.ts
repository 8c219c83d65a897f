import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { PostgresqlProvider } from "@cdktf/provider-postgresql/lib/provider";
import { Construct } from "constructs";
import { AccessLogBucket } from "../../constructs/bucket";
import { DeployRole, DomainBoundary } from "../../constructs/boundary";
import { DomainLoginGroup, postgresProviderConfig } from "../../constructs/schema";
import { KafkaQuota, kafkaCredentials, kafkaProviderConfig } from "../../constructs/topic-set";
import { TerraformStack } from "../../src/cdk";
import { appSecretName, boundaryStackName, migratorSecretName, stateKey, type Site } from "../../src/names";
import { KafkaProvider } from "../../src/providers/kafka/provider";
import { defineAws, DeployProvider } from "../providers";
import { validateStack } from "../rules";
import { requireTerraform } from "../terraform-version";
import { defineBackend, sealState } from "../state";
import type { BoundaryStackProps } from "./boundary-stack-props";

/** Days in which a deleted secret can be brought back. */
const SECRET_RECOVERY_DAYS = 30;

/**
 * Everything a domain must not be able to change about itself: what its identities can ever do, who deploys it, its
 * Kafka quotas, its Postgres groups. The platform team owns and deploys it.
 */
export class BoundaryStack extends TerraformStack {
  public readonly boundary: DomainBoundary;

  /** @throws ValidationError with everything that is wrong. */
  public constructor(scope: Construct, id: string, props: BoundaryStackProps) {
    super(scope, id);
    const { environment, site = environment.site, domain, imports = [], ownerTeam } = props;
    validateStack(this.node.path, {
      environment,
      state: props.state,
      team: ownerTeam,
      id,
      name: boundaryStackName(domain),
    });
    requireTerraform(this, environment, props.state);
    defineBackend(this, environment, props.state);
    sealState(this, stateKey(environment.site.environment, boundaryStackName(domain)));
    defineAws(this, site, { domain, team: ownerTeam });
    new KafkaProvider(this, "Kafka", kafkaProviderConfig(environment, kafkaCredentials(this, environment)));
    new PostgresqlProvider(this, "Postgres", postgresProviderConfig(this, environment));

    this.boundary = new DomainBoundary(this, "Boundary", { environment, site, domain, imports });
    new DomainLoginGroup(this, "Logins", { environment, domain, apps: props.apps });
    this.defineQuotas(props, site);
    this.defineSecrets(props, site);
    if (props.ownsAccount === true) new AccessLogBucket(this, "AccessLogs", { environment, site });
    if (props.deploy !== undefined) {
      if (props.ownsAccount === true) new DeployProvider(this, "DeployProvider", props.deploy);
      new DeployRole(this, "Deploy", {
        ...{ environment, site, domain },
        trust: props.deploy,
        stateBucket: props.state.bucket,
      });
    }
  }

  /** With `iam` Kafka's users are sessions, which no quota of an app names; the platform's default holds for them. */
  private defineQuotas({ environment, domain, apps, ...quota }: BoundaryStackProps, site: Site): void {
    if (environment.kafka.authentication === "iam") return;
    const { producerBytesPerSecond, consumerBytesPerSecond } = quota;
    const scope = new Construct(this, "Quotas");
    for (const app of apps) {
      new KafkaQuota(scope, app, {
        environment,
        app: { domain, app, site },
        producerBytesPerSecond,
        consumerBytesPerSecond,
      });
    }
  }

  /**
   * Where passwords are kept, for somebody of the platform to put them there before the domain is deployed: Terraform
   * defines the place and never sees the value in a plan or state.
   */
  private defineSecrets({ environment, domain, apps }: BoundaryStackProps, site: Site): void {
    const { kafka, postgres } = environment;
    const names = [
      ...(kafka.authentication === "scram"
        ? apps.map((app) => appSecretName(site, domain, app, "kafka"))
        : []),
      ...(postgres.authentication === "password"
        ? [
            ...apps.map((app) => appSecretName(site, domain, app, "postgres")),
            migratorSecretName(site, domain),
          ]
        : []),
    ];
    const scope = new Construct(this, "Secrets");
    for (const name of names) {
      new SecretsmanagerSecret(scope, name.split("/").slice(3).join("."), {
        name,
        recoveryWindowInDays: SECRET_RECOVERY_DAYS,
        description: `Password of ${name.split("/").slice(3).join(" for ")}`,
      });
    }
  }
}
