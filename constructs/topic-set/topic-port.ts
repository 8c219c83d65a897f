import { topicName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { groupPrefixOf, kafkaUserOf, type AppIdentity, type Grant } from "../identity";
import { validate, ValidationError } from "../validation";
import { APP_RULES, CLUSTER_RULES, clusterArnOf } from "./cluster-rules";
import { iamGrant } from "./kafka-grant";
import { kafkaConsumerStatements } from "./kafka-statements";
import { bytesInMetric, offsetLagMetric, timeLagMetric, type TopicMetric } from "./topic-metrics";
import type { TopicPortProps } from "./topic-set-props";
import { TOPIC_PORT_RULES } from "./topic-set-rules";

/** An output port of kind topic, defined by this stack or by another. */
export interface ITopicSet {
  readonly topicName: string;
  /**
   * Lets an app read the topic, and neither its dead letters nor its retries. The app's consumer groups are its own:
   * its stack defines a `ConsumerGroup`.
   */
  grantRead(app: AppIdentity): Grant;
  /** Bytes written per second, on every broker. */
  metricBytesIn(): TopicMetric;
  /** Records a consumer group is behind, at its slowest partition. */
  metricOffsetLag(group: string): TopicMetric;
  /** Seconds a consumer group is behind, at its slowest partition. */
  metricTimeLag(group: string): TopicMetric;
}

/** A port that another stack defines: its name and metrics are computed, and nothing is looked up or defined. */
export class TopicPort implements ITopicSet {
  public readonly topicName: string;
  private readonly environment: MeshEnvironment;
  private readonly domain: string;

  /** @throws ValidationError when the port cannot be named, or the cluster's access is not safe. */
  public constructor(props: TopicPortProps) {
    const path = `${props.domain}/${props.product}`;
    validate(path, props, [...CLUSTER_RULES, ...TOPIC_PORT_RULES]);

    this.environment = props.environment;
    this.domain = props.domain;
    this.topicName = topicName(props.domain, props.product, props.major);
  }

  /** @throws ValidationError with `scram` and `mtls`: an ACL belongs to the stack of the topic it opens. */
  public grantRead(app: AppIdentity): Grant {
    validate(this.topicName, { environment: this.environment, app }, APP_RULES);

    const { authentication } = this.environment.kafka;
    if (authentication !== "iam") {
      throw new ValidationError(this.topicName, [
        `app '${kafkaUserOf(app)}' cannot be granted access here: with '${authentication}' access is an ACL, and the ` +
          `ACLs of a topic belong to its owner; call grantRead on the TopicSet in the stack of domain '${this.domain}'`,
      ]);
    }
    const clusterArn = clusterArnOf(this.environment, this.topicName, "grantRead");
    const access = { topicNames: [this.topicName], groupPrefix: groupPrefixOf(app) };
    return iamGrant(app, access.topicNames, kafkaConsumerStatements(clusterArn, access));
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
}
