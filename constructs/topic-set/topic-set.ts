import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { deadLetterTopicName, retryTopicName, topicName, transactionalIdPrefix } from "../../src/names";
import { Topic } from "../../src/providers/kafka/topic";
import type { MeshEnvironment } from "../environment";
import { groupPrefixOf, kafkaUserOf, type AppIdentity, type Grant } from "../identity";
import { validate, type Rule } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";
import { consumerAcls, producerAcls, type ProducerAccess } from "./kafka-access";
import { grantAccess } from "./kafka-grant";
import { kafkaConsumerStatements, kafkaProducerStatements } from "./kafka-statements";
import { failureTopicConfig, mainTopicConfig, replicationFactorOf, type TopicConfig } from "./topic-config";
import { topicConfigRules } from "./topic-config-keys";
import { DEFAULT_PARTITIONS } from "./topic-defaults";
import { bytesInMetric, offsetLagMetric, timeLagMetric, type TopicMetric } from "./topic-metrics";
import { TopicPort, type ITopicSet } from "./topic-port";
import type { TopicPortProps, TopicSetProps } from "./topic-set-props";
import { TOPIC_PORT_RULES, TOPIC_SET_RULES } from "./topic-set-rules";

/** Options of `grantWrite`. */
export interface WriteOptions {
  /**
   * The app writes in transactions; its transactional ids start with its own prefix. For an app that writes several
   * ports define its `TransactionalIds` once instead: two resources of one ACL undo each other.
   * @default false
   */
  readonly transactional?: boolean;
}

/**
 * The topics of one output port: the topic itself, and on demand a dead-letter topic and delayed retry topics. Until
 * something is granted, nobody reads or writes them.
 */
export class TopicSet extends Construct implements ITopicSet {
  /**
   * Refers to a port that another stack defines.
   *
   * @throws ValidationError when the port cannot be named, or the cluster's access is not safe.
   */
  public static fromPort(props: TopicPortProps): ITopicSet {
    return new TopicPort(props);
  }

  public readonly topicName: string;
  /** Undefined without `deadLetter`. */
  public readonly deadLetterTopicName?: string;
  /** In the order of the attempts. */
  public readonly retryTopicNames: readonly string[];
  private readonly environment: MeshEnvironment;
  private readonly domain: string;
  private readonly dependencies: readonly ITerraformDependable[];

  /** @throws ValidationError with every property that is not allowed. */
  public constructor(scope: Construct, id: string, props: TopicSetProps) {
    super(scope, id);
    validate(this.node.path, props, [
      ...CLUSTER_RULES,
      ...TOPIC_PORT_RULES,
      ...TOPIC_SET_RULES,
      ...topicConfigRules(props.config),
    ]);

    const { domain, product, major } = props;
    this.environment = props.environment;
    this.domain = domain;
    this.dependencies = props.dependsOn ?? [];

    this.topicName = topicName(domain, product, major);
    this.defineTopic("Resource", this.topicName, props, mainTopicConfig(props));

    if (props.deadLetter === true) {
      this.deadLetterTopicName = deadLetterTopicName(domain, product, major);
      this.defineTopic("DeadLetter", this.deadLetterTopicName, props, failureTopicConfig(props));
    }
    this.retryTopicNames = attemptsOf(props).map((attempt) => {
      const name = retryTopicName(domain, product, major, attempt);
      this.defineTopic(`Retry-${attempt}`, name, props, failureTopicConfig(props));
      return name;
    });
  }

  /**
   * Lets an app of the port's own domain write the topic, and fill and replay its dead letters and retries. It cannot
   * read the topic back. To replay, it needs a `ConsumerGroup` too.
   *
   * @throws ValidationError when the app is of another domain: a topic has one writer.
   */
  public grantWrite(app: AppIdentity, options: WriteOptions = {}): Grant {
    validate(this.node.path, { environment: this.environment, app }, APP_RULES);
    validate(this.node.path, { app }, [this.ownDomainRule()]);

    const access: ProducerAccess = {
      topicName: this.topicName,
      replayTopicNames: [
        ...(this.deadLetterTopicName === undefined ? [] : [this.deadLetterTopicName]),
        ...this.retryTopicNames,
      ],
      transactionalIdPrefix:
        options.transactional === true ? transactionalIdPrefix(app.domain, app.app) : undefined,
    };
    const kafkaAccess = {
      acls: producerAcls(access),
      statements: (clusterArn: string) => kafkaProducerStatements(clusterArn, access),
    };
    return grantAccess(this, this.environment, app, kafkaAccess, this.dependencies);
  }

  public grantRead(app: AppIdentity): Grant {
    validate(this.node.path, { environment: this.environment, app }, APP_RULES);

    const topicNames = [this.topicName];
    const kafkaAccess = {
      acls: consumerAcls(topicNames),
      statements: (clusterArn: string) =>
        kafkaConsumerStatements(clusterArn, { topicNames, groupPrefix: groupPrefixOf(app) }),
    };
    return grantAccess(this, this.environment, app, kafkaAccess, this.dependencies);
  }

  public metricBytesIn(): TopicMetric {
    return bytesInMetric(this.environment, this.topicName);
  }

  public metricOffsetLag(group: string): TopicMetric {
    return offsetLagMetric(this.environment, this.topicName, group);
  }

  public metricTimeLag(group: string): TopicMetric {
    return timeLagMetric(this.environment, this.topicName, group);
  }

  private defineTopic(id: string, name: string, props: TopicSetProps, config: TopicConfig): void {
    const retain = props.retain ?? props.environment.protected;
    new Topic(this, id, {
      name,
      partitions: props.partitions ?? DEFAULT_PARTITIONS,
      replicationFactor: replicationFactorOf(props.environment),
      config,
      lifecycle: retain ? { preventDestroy: true } : undefined,
      dependsOn: this.dependencies.length > 0 ? [...this.dependencies] : undefined,
    });
  }

  private ownDomainRule(): Rule<{ readonly app: AppIdentity }> {
    return {
      holds: ({ app }) => app.domain === this.domain,
      problem: ({ app }) =>
        `ForeignResource: app '${kafkaUserOf(app)}' cannot write to topic '${this.topicName}', which only apps of ` +
        `domain '${this.domain}' may; grant it read access instead`,
    };
  }
}

/** 1 to `retries`. */
function attemptsOf({ retries = 0 }: TopicSetProps): number[] {
  return Array.from({ length: retries }, (_, index) => index + 1);
}
