import type { Site } from "../../src/names";

/** One major version of a product, and which of its ports an identity gets. */
export interface ProductPort {
  readonly product: string;
  /** From 1. */
  readonly major: number;
  /** It has a Kafka topic. */
  readonly topic: boolean;
  /** It has a prefix in the domain's bucket. */
  readonly bucket: boolean;
}

/** A port of another domain, read under an agreement. */
export interface ImportedPort extends ProductPort {
  /** The domain that publishes the product. */
  readonly domain: string;
  /** Where that domain lives; its account and region may differ from the reader's. */
  readonly site: Site;
}
