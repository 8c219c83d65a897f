import { deadLetterTopicName, topicName } from "../../../src/names";
import type { MetricQuery } from "../alarm";
import {
  burnThreshold,
  errorRatioQueries,
  insightsTopicQuery,
  labelOf,
  metricConsumerLag,
  metricS3Requests,
  query,
  type KafkaLagMetric,
  type MonitoredProduct,
  type S3RequestMetric,
  type SignalSource,
} from "../slo";
import type { Chart, Series } from "./widgets";

const FIVE_MINUTES = 300;
const HOUR = 3600;
const DAY = 86_400;

/** The charts of a product, in the order errors and budget, freshness, throughput, consumers. */
export function productCharts(product: MonitoredProduct, source: SignalSource): Chart[] {
  return [...bucketCharts(product, source), ...topicCharts(product, source)];
}

/** The charts of what a domain's products share. */
export function storageCharts(source: SignalSource): Chart[] {
  const daily = (metricName: string, storage: string): MetricQuery =>
    query("stored", DAY, {
      namespace: "AWS/S3",
      metricName,
      dimensions: { BucketName: source.bucketName, StorageType: storage },
      statistic: "Average",
    });
  return [
    { title: "bucket bytes", series: [line(daily("BucketSizeBytes", "StandardStorage"), "bytes")] },
    { title: "bucket objects", series: [line(daily("NumberOfObjects", "AllStorageTypes"), "objects")] },
  ];
}

function bucketCharts(product: MonitoredProduct, source: SignalSource): Chart[] {
  if (!product.bucket) return [];
  const { availabilityPercent } = product.slo;
  const requests = (id: string, metric: S3RequestMetric): Series =>
    line(query(id, FIVE_MINUTES, metricS3Requests(source, product, metric)), metric);
  return [
    {
      title: `${labelOf(product)} failed share, 1 h`,
      series: lastVisible(errorRatioQueries(product, source, HOUR), "failed share"),
      limit: availabilityPercent === undefined ? undefined : burnThreshold(availabilityPercent, 1),
    },
    {
      title: `${labelOf(product)} errors`,
      series: [requests("refused", "4xxErrors"), requests("failed", "5xxErrors")],
    },
    { title: `${labelOf(product)} new objects`, series: [requests("puts", "PutRequests")] },
    {
      title: `${labelOf(product)} bucket traffic`,
      series: [requests("up", "BytesUploaded"), requests("down", "BytesDownloaded")],
    },
  ];
}

function topicCharts(product: MonitoredProduct, source: SignalSource): Chart[] {
  const { domain, kafka } = source;
  if (!product.topic || kafka === undefined) return [];
  const { consumers, deadLetter } = product.topic;
  const label = labelOf(product);
  const traffic = (id: string, topic: string, metric: "BytesInPerSec" | "BytesOutPerSec"): Series =>
    line({ id, periodSeconds: FIVE_MINUTES, expression: insightsTopicQuery(kafka, topic, metric) }, metric);
  const lag = (metric: KafkaLagMetric): Series[] =>
    consumers.map((consumer, n) =>
      line(
        query(`lag${n}`, FIVE_MINUTES, metricConsumerLag(source, kafka, product, consumer, metric)),
        `${consumer.domain}/${consumer.app}`,
      ),
    );

  const topic = topicName(domain, product.product, product.major);
  const charts: Chart[] = [
    {
      title: `${label} topic traffic`,
      series: [traffic("in", topic, "BytesInPerSec"), traffic("out", topic, "BytesOutPerSec")],
    },
  ];
  if (deadLetter) {
    const dead = deadLetterTopicName(domain, product.product, product.major);
    charts.push({ title: `${label} dead letters`, series: [traffic("dead", dead, "BytesInPerSec")] });
  }
  if (consumers.length > 0) {
    charts.push(
      { title: `${label} lag in seconds`, series: lag("EstimatedMaxTimeLag"), limit: product.slo.lagSeconds },
      { title: `${label} lag in records`, series: lag("SumOffsetLag") },
    );
  }
  return charts;
}

const line = (query: MetricQuery, label: string): Series => ({ query, label });

function lastVisible(queries: readonly MetricQuery[], label: string): Series[] {
  return queries.map((query, n) => ({ query, label, hidden: n < queries.length - 1 }));
}
