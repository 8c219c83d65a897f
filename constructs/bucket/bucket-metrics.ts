import { requestMetricsId } from "../../src/names";
import type { PortVersion } from "./bucket-port";

/** One CloudWatch metric of a bucket, as alarms and dashboards need it. */
export interface BucketMetric {
  readonly namespace: "AWS/S3";
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Sum" | "Average";
  /** How often S3 reports it. */
  readonly periodSeconds: number;
}

/** Request metrics, which S3 counts per port since each port has a metrics configuration. */
export type BucketRequestMetric = "AllRequests" | "4xxErrors" | "5xxErrors" | "PutRequests";

const REQUEST_PERIOD_SECONDS = 60;
const STORAGE_PERIOD_SECONDS = 86_400;

/** A request metric of one port. */
export function requestMetric(
  bucketName: string,
  { product, major }: PortVersion,
  metricName: BucketRequestMetric,
): BucketMetric {
  return {
    namespace: "AWS/S3",
    metricName,
    dimensions: { BucketName: bucketName, FilterId: requestMetricsId(product, major) },
    statistic: "Sum",
    periodSeconds: REQUEST_PERIOD_SECONDS,
  };
}

/** A storage metric of the whole bucket; S3 reports it once a day. */
export function storageMetric(
  bucketName: string,
  metricName: "BucketSizeBytes" | "NumberOfObjects",
): BucketMetric {
  const storageType = metricName === "NumberOfObjects" ? "AllStorageTypes" : "StandardStorage";
  return {
    namespace: "AWS/S3",
    metricName,
    dimensions: { BucketName: bucketName, StorageType: storageType },
    statistic: "Average",
    periodSeconds: STORAGE_PERIOD_SECONDS,
  };
}
