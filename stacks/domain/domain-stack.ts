import { PostgresqlProvider } from "@cdktf/provider-postgresql/lib/provider";
import { Construct } from "constructs";
import { DataProduct, DomainFoundation } from "../../constructs/data-product";
import { AlertTopic, DomainMonitoring } from "../../constructs/monitoring";
import { postgresProviderConfig } from "../../constructs/schema";
import { kafkaCredentials, kafkaProviderConfig } from "../../constructs/topic-set";
import { TerraformOutput, TerraformStack } from "../../src/cdk";
import {
  alertTopicArn,
  domainStackName,
  platformAlertTopicName,
  portLabel,
  portOutputName,
  stateKey,
  type Site,
} from "../../src/names";
import { KafkaProvider } from "../../src/providers/kafka/provider";
import { defineAws } from "../providers";
import { validateStack } from "../rules";
import { requireTerraform } from "../terraform-version";
import { defineBackend, sealState } from "../state";
import { databaseAppsOf, defineApps } from "./domain-apps";
import type { DomainStackProps } from "./domain-stack-props";

/**
 * Everything a domain owns: its key, bucket and schemas, the topics of its products, its apps' identities, its alarms.
 * It depends on the platform's stack and on boundary stacks alone, never on another domain's.
 */
export class DomainStack extends TerraformStack {
  public readonly foundation: DomainFoundation;
  public readonly products: readonly DataProduct[];
  public readonly monitoring: DomainMonitoring;

  /**
   * @param id the domain's name, which is what `cdktf deploy` is given
   * @throws ValidationError with everything that is wrong.
   */
  public constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id);
    const { environment, site = environment.site, domain, owner } = props;
    validateStack(this.node.path, {
      environment,
      state: props.state,
      team: owner.team,
      id,
      name: domainStackName(domain),
    });
    requireTerraform(this, environment, props.state);
    defineBackend(this, environment, props.state);
    sealState(this, stateKey(environment.site.environment, domainStackName(domain)));
    this.defineProviders(props, site);

    this.foundation = this.defineFoundation(props, site);
    const scopeOfProducts = new Construct(this, "Products");
    this.products = props.products.map(
      (product) =>
        new DataProduct(scopeOfProducts, portLabel(product.product, product.major), {
          ...product,
          ...{ environment, site, domain },
          foundation: this.foundation,
        }),
    );
    defineApps(new Construct(this, "Apps"), props, site);

    const { keyArn } = this.foundation.key;
    const alerts = new AlertTopic(this, "Alerts", { site, domain, keyArn, emails: [owner.email] });
    this.monitoring = new DomainMonitoring(this, "Monitoring", {
      ...{ environment, site, domain, keyArn },
      ownerTeam: owner.team,
      alertTopicArn: alerts.topicArn,
      pageTopicArn: this.pageTopicArn(environment.site, site),
      brokerCount: environment.kafka.brokerCount,
      runbookBaseUrl: props.runbookBaseUrl,
      products: this.products.map((product) => product.monitored()),
    });
    this.defineOutputs();
  }

  private defineProviders({ environment, domain, owner }: DomainStackProps, site: Site): void {
    defineAws(this, site, { domain, team: owner.team });
    new KafkaProvider(this, "Kafka", kafkaProviderConfig(environment, kafkaCredentials(this, environment)));
    new PostgresqlProvider(this, "Postgres", postgresProviderConfig(this, environment));
  }

  private defineFoundation(props: DomainStackProps, site: Site): DomainFoundation {
    const { environment, domain, products, connectionsPerApp } = props;
    return new DomainFoundation(this, "Foundation", {
      ...{ environment, site, domain, connectionsPerApp },
      bucketPorts: products.flatMap(({ product, major, bucket }) =>
        bucket ? [{ product, major, ...bucket }] : [],
      ),
      schemaPorts: products.flatMap(({ product, major, schema, lifecycle, destroyable }) =>
        schema ? [{ product, major, destroyable, readOnly: lifecycle === "retired" }] : [],
      ),
      databaseApps: databaseAppsOf(props, site),
    });
  }

  /** CloudWatch notifies topics of an alarm's own region only. */
  private pageTopicArn(platform: Site, site: Site): string | undefined {
    return platform.region === site.region
      ? alertTopicArn(platform, platformAlertTopicName(platform))
      : undefined;
  }

  /** What a consumer needs to find a port. */
  private defineOutputs(): void {
    for (const { writer, major, topics, bucketPrefix, schemaName } of this.products) {
      new TerraformOutput(this, portOutputName(writer.app, major), {
        value: {
          ...(topics === undefined ? {} : { topic: topics.topicName }),
          ...(bucketPrefix === undefined
            ? {}
            : { bucket: this.foundation.bucket?.bucketName, prefix: bucketPrefix }),
          ...(schemaName === undefined ? {} : { schema: schemaName }),
        },
      });
    }
  }
}
