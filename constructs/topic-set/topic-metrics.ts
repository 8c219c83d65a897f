import { mskClusterName } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import { clusterArnOf } from "./cluster-rules";

/** A CloudWatch metric as data: where to find it and how to add up its samples. */
export interface TopicMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Sum" | "Maximum";
  /** How often MSK reports it. */
  readonly periodSeconds: number;
}

const NAMESPACE = "AWS/Kafka";
const PERIOD_SECONDS = 60;

/**
 * Bytes written per second. MSK reports it for each broker, by the further dimension `Broker ID`: an alarm takes the
 * sum over them with Metrics Insights.
 */
export function bytesInMetric(environment: MeshEnvironment, topicName: string): TopicMetric {
  return metric(environment, "BytesInPerSec", { Topic: topicName }, "Sum");
}

/** The largest lag of a partition, in records. There is none while the group has no committed offset. */
export function offsetLagMetric(environment: MeshEnvironment, topicName: string, group: string): TopicMetric {
  return metric(environment, "MaxOffsetLag", { "Consumer Group": group, Topic: topicName }, "Maximum");
}

/** The largest lag of a partition, in seconds. There is none while the group has no committed offset. */
export function timeLagMetric(environment: MeshEnvironment, topicName: string, group: string): TopicMetric {
  return metric(environment, "EstimatedMaxTimeLag", { "Consumer Group": group, Topic: topicName }, "Maximum");
}

function metric(
  environment: MeshEnvironment,
  metricName: string,
  dimensions: { readonly Topic: string; readonly "Consumer Group"?: string },
  statistic: TopicMetric["statistic"],
): TopicMetric {
  const clusterArn = clusterArnOf(environment, dimensions.Topic, `metric ${metricName}`);
  return {
    namespace: NAMESPACE,
    metricName,
    dimensions: { "Cluster Name": mskClusterName(clusterArn), ...dimensions },
    statistic,
    periodSeconds: PERIOD_SECONDS,
  };
}
