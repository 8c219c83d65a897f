import type { Contract, ContractField } from "../../contract";
import type { EnvironmentManifest } from "../../manifest";
import {
  downstreamOf,
  formatDuration,
  productReference,
  readersOf,
  siteOf,
  upstreamOf,
  type BucketPort,
  type MeshIndex,
  type Product,
  type TopicPort,
} from "../../mesh";
import {
  appRoleArn,
  bucketName,
  deadLetterTopicName,
  portPrefix,
  productSchemaName,
  retryTopicName,
  topicName,
} from "../../names";

/** The form of {@link ProductDetail}; another number means another form. */
export const PRODUCT_FORMAT = "meshwright.product/1";

/** Everything about one major of a product, in one environment. */
export type ProductDetail = ReturnType<typeof productDetail>;

/** Gathers what the mesh knows of a product. */
export function productDetail(index: MeshIndex, environment: EnvironmentManifest, product: Product) {
  const { mesh, majors } = index;
  const { key, domain, name, slo, contract } = product;
  const siblings = majors.get(productReference(domain, name)) ?? [];
  return {
    format: PRODUCT_FORMAT,
    product: key,
    version: product.version,
    lifecycle: product.lifecycle,
    sunset: product.sunset,
    description: product.description,
    owner: mesh.domains.get(domain)?.owner,
    otherMajors: siblings
      .filter((other) => other.key !== key)
      .map((other) => ({ product: other.key, lifecycle: other.lifecycle, sunset: other.sunset })),
    slo: {
      freshness: slo.freshness && formatDuration(slo.freshness),
      availabilityPercent: slo.availability,
      completenessPercent: slo.completeness,
    },
    readBy: readersOf(index, key).map(({ consumer, app, until, purpose }) => ({
      ...{ domain: consumer, app, until, purpose },
    })),
    madeFrom: upstreamOf(index, key),
    downstream: downstreamOf(index, key),
    environment: environment.name,
    ...portsOf(mesh.organisation, environment, product),
    contractFile: product.contractFile,
    contract: contract && contractOf(contract),
  };
}

function portsOf(organisation: string, environment: EnvironmentManifest, product: Product) {
  const { domain, name, major, topic, bucket, schema } = product;
  const site = siteOf({ organisation }, environment, domain);
  return {
    ports: {
      topic: topic && topicOf(product, topic),
      bucket: bucket && {
        ...bucketOf(bucket),
        name: bucketName(site, domain),
        prefix: portPrefix(name, major),
      },
      schema: schema && {
        name: productSchemaName(domain, name, major),
        database: environment.postgres.database,
        tables: schema.tables,
      },
    },
    writerRoleArn: appRoleArn(site, domain, name),
  };
}

function topicOf({ domain, name, major }: Product, topic: TopicPort) {
  const { partitions, cleanup, retention, deadLetter, retries } = topic;
  return {
    name: topicName(domain, name, major),
    partitions,
    cleanup,
    retention: cleanup === "compact" ? undefined : formatDuration(retention),
    deadLetterTopic: deadLetter ? deadLetterTopicName(domain, name, major) : undefined,
    retryTopics: Array.from({ length: retries }, (_, at) => retryTopicName(domain, name, major, at + 1)),
  };
}

const bucketOf = ({ format, retention }: BucketPort) => ({
  format,
  retention: retention && formatDuration(retention),
});

function contractOf({ id, version, apiVersion, status, objects }: Contract) {
  return {
    ...{ id, version, apiVersion, status },
    objects: objects.map(({ name, physicalName, physicalType, description, fields }) => ({
      ...{ name, physicalName, physicalType, description },
      fields: fields.map(fieldOf),
    })),
  };
}

function fieldOf(field: ContractField) {
  const { path, logicalType, physicalType, required, primaryKeyPosition, classification, personal } = field;
  return {
    ...{ path, logicalType, physicalType, required },
    primaryKey: primaryKeyPosition !== undefined,
    ...{ classification, personal, description: field.description },
  };
}
