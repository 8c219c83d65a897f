import { bucketName, mskClusterName, parseClusterArn, type Site } from "../../../src/names";
import type { MeshEnvironment } from "../../environment";

/** The Kafka cluster as CloudWatch knows it. */
export interface KafkaMetricsSource {
  readonly clusterName: string;
  /** Brokers, numbered from 1. @default - unknown: topics are read by Metrics Insights queries */
  readonly brokerCount?: number;
}

/** Why something cannot be watched, and what would change that. */
export interface SignalGap {
  readonly reason: string;
  readonly fix: string;
}

/** Where a domain's metrics are. */
export interface SignalSource {
  readonly site: Site;
  readonly domain: string;
  readonly bucketName: string;
  /** @default - no Kafka metrics, see `kafkaGap` */
  readonly kafka?: KafkaMetricsSource;
  /** Why there are no Kafka metrics. @default - there are */
  readonly kafkaGap?: SignalGap;
}

/** Props of `signalSource`. */
export interface SignalSourceProps {
  readonly environment: MeshEnvironment;
  /** @default - the environment's */
  readonly site?: Site;
  readonly domain: string;
  /** @default - unknown */
  readonly brokerCount?: number;
}

/** Finds out which metrics exist for a domain. */
export function signalSource(props: SignalSourceProps): SignalSource {
  const { environment, domain, brokerCount, site = environment.site } = props;
  const { clusterArn } = environment.kafka;
  const base = { site, domain, bucketName: bucketName(site, domain) };
  const kafkaGap = kafkaGapOf(clusterArn, site);
  if (clusterArn === undefined || kafkaGap !== undefined) return { ...base, kafkaGap };
  return { ...base, kafka: { clusterName: mskClusterName(clusterArn), brokerCount } };
}

function kafkaGapOf(clusterArn: string | undefined, site: Site): SignalGap | undefined {
  if (clusterArn === undefined) {
    return {
      reason: "the environment has no MSK cluster, so CloudWatch has no Kafka metrics",
      fix: "watch the topic with a Kafka exporter, or give the environment a kafka.clusterArn",
    };
  }
  const { account, region } = parseClusterArn(clusterArn);
  if (account === site.account && region === site.region) return undefined;
  return {
    reason: `the MSK cluster's metrics are in account ${account}, region ${region}, not in the domain's`,
    fix: "watch the topic from the cluster's account",
  };
}
