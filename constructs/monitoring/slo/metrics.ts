import { consumerGroupName, requestMetricsId, topicName } from "../../../src/names";
import type { MetricQuery, MetricReference } from "../alarm";
import { CLOUDWATCH_LIMITS } from "../limits";
import { DEFAULT_CONSUMER_PURPOSE, type MonitoredConsumer, type MonitoredProduct } from "./monitored-product";
import type { KafkaMetricsSource, SignalSource } from "./signal-source";

/** Request metrics of S3 that are counted; they exist where the bucket has request metrics for the port. */
export type S3RequestMetric =
  | "AllRequests"
  | "GetRequests"
  | "PutRequests"
  | "4xxErrors"
  | "5xxErrors"
  | "BytesDownloaded"
  | "BytesUploaded";

/** Lag metrics that MSK writes per consumer group and topic at its DEFAULT level. */
export type KafkaLagMetric = "EstimatedMaxTimeLag" | "MaxOffsetLag" | "SumOffsetLag";

/** Traffic that MSK writes per broker and topic at its DEFAULT level; message counts would need a paid level. */
export type KafkaTopicMetric = "BytesInPerSec" | "BytesOutPerSec";

/** Requests to the bucket port of a product. */
export function metricS3Requests(
  source: SignalSource,
  { product, major }: MonitoredProduct,
  metricName: S3RequestMetric,
): MetricReference {
  return {
    namespace: "AWS/S3",
    metricName,
    dimensions: { BucketName: source.bucketName, FilterId: requestMetricsId(product, major) },
    statistic: "Sum",
  };
}

/** How far one consumer is behind on the topic of a product. */
export function metricConsumerLag(
  source: SignalSource,
  kafka: KafkaMetricsSource,
  { product, major }: MonitoredProduct,
  { domain, app, purpose = DEFAULT_CONSUMER_PURPOSE }: MonitoredConsumer,
  metricName: KafkaLagMetric,
): MetricReference {
  return {
    namespace: "AWS/Kafka",
    metricName,
    dimensions: {
      "Cluster Name": kafka.clusterName,
      "Consumer Group": consumerGroupName(domain, app, purpose),
      Topic: topicName(source.domain, product, major),
    },
    statistic: "Maximum",
  };
}

/** Traffic of a topic on one broker. */
export function metricBrokerTopic(
  kafka: KafkaMetricsSource,
  topic: string,
  metricName: KafkaTopicMetric,
  broker: number,
): MetricReference {
  return {
    namespace: "AWS/Kafka",
    metricName,
    dimensions: { "Cluster Name": kafka.clusterName, "Broker ID": String(broker), Topic: topic },
    statistic: "Sum",
  };
}

/** Traffic of a topic over all brokers, as a Metrics Insights query: it finds the brokers by itself. */
export function insightsTopicQuery(
  kafka: KafkaMetricsSource,
  topic: string,
  metricName: KafkaTopicMetric,
): string {
  return (
    `SELECT SUM(${metricName}) FROM SCHEMA("AWS/Kafka", "Broker ID", "Cluster Name", Topic) ` +
    `WHERE "Cluster Name" = '${kafka.clusterName}' AND Topic = '${topic}'`
  );
}

/** True when the topics' metrics can be named one by one in an alarm over that many topics. */
export function brokersFit({ brokerCount }: KafkaMetricsSource, topics = 1): boolean {
  return brokerCount !== undefined && brokerCount * topics <= CLOUDWATCH_LIMITS.metricsPerAlarm;
}

/**
 * Queries that end in the traffic of a topic over all brokers. Metrics named one by one look back further than a
 * Metrics Insights query and count against no quota, but need the number of brokers.
 */
export function topicTraffic(
  kafka: KafkaMetricsSource,
  topic: string,
  periodSeconds: number,
  id = "bytes",
): MetricQuery[] {
  if (!brokersFit(kafka)) {
    return [{ id, periodSeconds, expression: insightsTopicQuery(kafka, topic, "BytesInPerSec") }];
  }
  return [
    ...brokerQueries(kafka, topic, periodSeconds, id),
    { id, periodSeconds, expression: sumOf(kafka, id) },
  ];
}

/** One query per broker, with ids `<id>1`, `<id>2`, … */
export function brokerQueries(
  kafka: KafkaMetricsSource,
  topic: string,
  periodSeconds: number,
  id: string,
): MetricQuery[] {
  return brokersOf(kafka).map((broker) => ({
    id: `${id}${broker}`,
    periodSeconds,
    metric: metricBrokerTopic(kafka, topic, "BytesInPerSec", broker),
  }));
}

/** The sum over the queries of `brokerQueries`; a broker without a partition of the topic writes nothing. */
export function sumOf(kafka: KafkaMetricsSource, id: string): string {
  return brokersOf(kafka)
    .map((broker) => `FILL(${id}${broker}, 0)`)
    .join(" + ");
}

/** A query for one metric. */
export function query(id: string, periodSeconds: number, metric: MetricReference): MetricQuery {
  return { id, periodSeconds, metric };
}

const brokersOf = ({ brokerCount = 0 }: KafkaMetricsSource): number[] =>
  Array.from({ length: brokerCount }, (_, n) => n + 1);
