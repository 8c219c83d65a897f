import type { Contract } from "../contract";
import type { LoadedProduct, ProductManifest } from "../manifest";
import { compare } from "./collections";
import { DEFAULT_TOPIC } from "./defaults";
import { parseDuration } from "./duration";
import { portKey } from "./keys";
import type { BucketPort, Product, Seconds, Slo, TopicPort } from "./model";

type Ports = ProductManifest["ports"];

/** One product of the model: defaults set, durations in seconds. */
export function productOf(loaded: LoadedProduct, contract: Contract | undefined): Product {
  const { manifest, domain, file, contractFile } = loaded;
  const { name, version, description, lifecycle, sunset, inputs, ports, slo, runbook, shares } = manifest;
  const major = Number.parseInt(version, 10);
  return {
    key: portKey(domain, name, major),
    domain,
    name,
    major,
    version,
    file,
    description,
    lifecycle,
    sunset,
    inputs: inputs ?? [],
    topic: ports.topic && topicOf(ports.topic),
    bucket: ports.bucket && bucketOf(ports.bucket),
    schema: ports.schema,
    slo: sloOf(slo ?? {}),
    runbook,
    shares: (shares ?? []).map((share, index) => ({
      consumer: share.domain,
      purpose: share.purpose,
      until: share.until,
      index,
    })),
    contractFile,
    contract,
  };
}

function topicOf(topic: NonNullable<Ports["topic"]>): TopicPort {
  return {
    partitions: topic.partitions ?? DEFAULT_TOPIC.partitions,
    retention: seconds(topic.retention) ?? DEFAULT_TOPIC.retention,
    cleanup: topic.cleanup ?? DEFAULT_TOPIC.cleanup,
    deadLetter: topic.deadLetter ?? DEFAULT_TOPIC.deadLetter,
    retries: topic.retries ?? DEFAULT_TOPIC.retries,
    maxMessageBytes: topic.maxMessageBytes,
    config: sortedByKey(topic.config ?? {}),
  };
}

/** Whatever the order in a manifest, a stack gets the same bytes. */
function sortedByKey(config: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(config).sort(([a], [b]) => compare(a, b)));
}

function bucketOf({ format, retention }: NonNullable<Ports["bucket"]>): BucketPort {
  return { format, retention: seconds(retention) };
}

function sloOf({ freshness, availability, completeness }: NonNullable<ProductManifest["slo"]>): Slo {
  return { freshness: seconds(freshness), availability, completeness };
}

function seconds(duration: string | undefined): Seconds | undefined {
  return duration === undefined ? undefined : parseDuration(duration);
}
