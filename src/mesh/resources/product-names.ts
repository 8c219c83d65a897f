import type { EnvironmentManifest } from "../../manifest";
import {
  bucketName,
  deadLetterTopicName,
  portPrefix,
  productSchemaName,
  requestMetricsId,
  retryTopicName,
  topicName,
  type Site,
} from "../../names";
import type { Product } from "../model";
import type { InventoryBuilder } from "./inventory-builder";
import type { Writer } from "./resource";
import { clusterScope, databaseScope } from "./scopes";

/** Where one major of a product keeps its data; its own app alone writes there. */
export function addProductNames(
  builder: InventoryBuilder,
  environment: EnvironmentManifest,
  site: Site,
  product: Product,
): void {
  const { domain, name, major, key, topic, bucket, schema } = product;
  const writer: Writer = { domain, app: name };

  if (topic !== undefined) {
    const cluster = clusterScope(environment);
    builder.exact("topic", cluster, writer, () => topicName(domain, name, major), key);
    if (topic.deadLetter) {
      builder.exact("topic", cluster, writer, () => deadLetterTopicName(domain, name, major), key);
    }
    for (let attempt = 1; attempt <= topic.retries; attempt++) {
      builder.exact("topic", cluster, writer, () => retryTopicName(domain, name, major, attempt), key);
    }
  }
  if (bucket !== undefined) addBucketNames(builder, site, product, writer);
  if (schema !== undefined) {
    const database = databaseScope(environment);
    builder.exact("Postgres schema", database, writer, () => productSchemaName(domain, name, major), key);
  }
}

function addBucketNames(builder: InventoryBuilder, site: Site, product: Product, writer: Writer): void {
  const { domain, name, major, key } = product;
  let scope: string;
  try {
    scope = bucketName(site, domain);
  } catch {
    return; // The domain's own names report it.
  }
  builder.prefix("object", scope, writer, () => portPrefix(name, major), key);
  builder.exact("request metrics", scope, writer, () => requestMetricsId(name, major), key);
}
