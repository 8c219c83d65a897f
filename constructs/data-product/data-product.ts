import { Construct } from "constructs";
import { portPrefix } from "../../src/names";
import { AppRole } from "../access";
import type { AppIdentity, Grant } from "../identity";
import { AlertTopic, DomainMonitoring, type MonitoredProduct } from "../monitoring";
import { ConsumerGroup, TopicSet, TransactionalIds } from "../topic-set";
import { validate, type Rule } from "../validation";
import type { DataProductProps } from "./data-product-props";
import { DomainFoundation } from "./domain-foundation";

const LIFECYCLES: readonly string[] = ["draft", "active", "deprecated", "retired"];

const PRODUCT_RULES: readonly Rule<DataProductProps>[] = [
  {
    holds: ({ topic, bucket, schema }) => topic !== undefined || bucket !== undefined || schema === true,
    problem: ({ product, major }) =>
      `product '${product}.v${major}' has no port; give it a topic, a bucket or a schema`,
  },
  {
    holds: ({ lifecycle = "active" }) => LIFECYCLES.includes(lifecycle),
    problem: ({ lifecycle }) =>
      `lifecycle must be one of ${LIFECYCLES.join(", ")}, got ${JSON.stringify(lifecycle).slice(0, 60)}`,
  },
];

/**
 * One major version of a data product: its topics, its prefix in the domain's bucket, its Postgres schema, what its own
 * app may write and what others may read.
 */
export class DataProduct extends Construct {
  /** The product's own app, which has the product's name and alone writes the ports. */
  public readonly writer: AppIdentity;
  /** Undefined without a topic port. */
  public readonly topics?: TopicSet;
  /** `products/order-placed/v1/`; undefined without a bucket port. */
  public readonly bucketPrefix?: string;
  /** Undefined without a schema port. */
  public readonly schemaName?: string;
  public readonly foundation: DomainFoundation;

  public readonly product: string;
  public readonly major: number;
  private readonly promise: Pick<MonitoredProduct, "lifecycle" | "slo" | "runbookUrl">;
  private readonly hasDeadLetters: boolean;
  private readonly readers: AppIdentity[] = [];

  /** @throws ValidationError when there is no port, and whatever the parts throw. */
  public constructor(scope: Construct, id: string, props: DataProductProps) {
    super(scope, id);
    const {
      environment,
      site = environment.site,
      domain,
      product,
      major,
      topic,
      bucket,
      schema = false,
    } = props;
    validate(this.node.path, props, PRODUCT_RULES);

    this.product = product;
    this.major = major;
    this.writer = { domain, app: product, site };
    this.promise = { lifecycle: props.lifecycle, slo: props.slo ?? {}, runbookUrl: props.runbookUrl };
    this.hasDeadLetters = topic?.deadLetter === true;
    this.foundation = props.foundation ?? this.ownFoundation(props);
    this.topics =
      topic &&
      new TopicSet(this, "Topics", {
        ...{ environment, domain, product, major },
        ...topic,
        retain: props.destroyable === true ? false : undefined,
        dependsOn: props.dependsOn,
      });
    this.bucketPrefix = bucket && portPrefix(product, major);
    this.schemaName = schema ? this.foundation.schema?.schemaName({ product, major }) : undefined;

    if (props.lifecycle !== "retired") this.topics?.grantWrite(this.writer);
    for (const reader of props.readers ?? []) this.grantRead(reader);
    if (props.foundation === undefined) this.defineSurroundings(props);
  }

  /** Lets an app of another domain read every port: one grant for topic, bucket prefix and schema. */
  public grantRead(reader: AppIdentity): Grant {
    const port = { product: this.product, major: this.major };
    const { bucket, schema } = this.foundation;
    const grants = [
      this.topics?.grantRead(reader),
      this.bucketPrefix === undefined ? undefined : bucket?.grantRead(reader, port),
      this.schemaName === undefined ? undefined : schema?.grantRead(reader, port),
    ].filter((grant) => grant !== undefined);

    this.readers.push(reader);
    return {
      grantee: reader,
      actions: grants.flatMap(({ actions }) => actions),
      resources: grants.flatMap(({ resources }) => resources),
      statements: grants.flatMap(({ statements }) => statements),
    };
  }

  /** What monitoring needs to know of the product and of those who read it so far. */
  public monitored(): MonitoredProduct {
    const consumers = this.readers.map(({ domain, app }) => ({ domain, app }));
    return {
      ...this.promise,
      product: this.product,
      major: this.major,
      topic: this.topics && { consumers, deadLetter: this.hasDeadLetters },
      bucket: this.bucketPrefix !== undefined,
      schema: this.schemaName !== undefined,
    };
  }

  private ownFoundation(props: DataProductProps) {
    const { environment, site, domain, product, major, lifecycle, destroyable, bucket, schema } = props;
    const readOnly = lifecycle === "retired";
    return new DomainFoundation(this, "Foundation", {
      ...{ environment, site, domain },
      bucketPorts: bucket === undefined ? [] : [{ product, major, ...bucket }],
      schemaPorts: schema === true ? [{ product, major, destroyable, readOnly }] : [],
      databaseApps: schema === true ? [{ app: product, writes: true }] : [],
    });
  }

  /** For a domain of one product: the role of its app, the groups it replays dead letters with, alerts and alarms. */
  private defineSurroundings(props: DataProductProps): void {
    const {
      environment,
      site = environment.site,
      domain,
      product,
      major,
      topic,
      bucket,
      ownerTeam = domain,
    } = props;
    const { keyArn } = this.foundation.key;
    new AppRole(this, "Role", {
      ...{ environment, site, domain },
      app: product,
      produces: [{ product, major, topic: topic !== undefined, bucket: bucket !== undefined }],
      database: this.schemaName !== undefined && environment.postgres.authentication === "iam",
    });
    if (topic !== undefined) {
      new ConsumerGroup(this, "Groups", { environment, app: this.writer });
      new TransactionalIds(this, "Transactions", { environment, app: this.writer });
    }

    const alerts = new AlertTopic(this, "Alerts", { site, domain, keyArn });
    new DomainMonitoring(this, "Monitoring", {
      ...{ environment, site, domain, ownerTeam, keyArn },
      alertTopicArn: alerts.topicArn,
      products: [this.monitored()],
    });
  }
}
