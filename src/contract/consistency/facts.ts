import type { Problem } from "../../finding";
import type { Contract } from "../model";

/** What the rules need to know of one major version of a product; physical names come from `src/names`. */
export interface ProductFacts {
  /** The product's manifest, relative to the mesh's root. */
  readonly file: string;
  readonly domain: string;
  /** Without the major version. */
  readonly name: string;
  readonly version: string;
  readonly lifecycle: "draft" | "active" | "deprecated" | "retired";
  readonly topic?: TopicFacts;
  readonly bucket?: BucketFacts;
  readonly schema?: SchemaFacts;
  /** Domains that a share names. */
  readonly sharedWith: readonly string[];
}

/** The topic port. */
export interface TopicFacts {
  /** `orders.order-placed.v1`. */
  readonly name: string;
  readonly cleanup: "delete" | "compact" | "compact,delete";
  readonly retentionSeconds: number;
}

/** The bucket port. */
export interface BucketFacts {
  /** Undefined when objects never expire. */
  readonly retentionSeconds?: number;
}

/** The schema port. */
export interface SchemaFacts {
  /** `orders__order_placed__v1`. */
  readonly name: string;
  readonly tables: readonly string[];
}

/** What the rules need to know of the mesh around the product. */
export interface MeshFacts {
  /** Least sensitive first. */
  readonly classifications: readonly string[];
  /** Classifications that personal data must carry. */
  readonly personal: readonly string[];
  /**
   * Classifications that may be shared with a domain below another root.
   *
   * @default - every classification but the most sensitive
   */
  readonly sharedBeyondRoot?: readonly string[];
  /** The root of a domain's tree; the domain itself when it has no parent. */
  readonly rootOf: (domain: string) => string;
  readonly environments: readonly EnvironmentFacts[];
}

/** One environment, as this product sees it. */
export interface EnvironmentFacts {
  readonly name: string;
  readonly protected: boolean;
  /** Connections to Kafka are encrypted. */
  readonly kafkaTls: boolean;
  /** `disable`, `require`, `verify-ca` or `verify-full`. */
  readonly postgresSslMode: string;
  readonly postgresDatabase: string;
  /** `s3://shop-prod-orders-111122223333-eu-central-1/products/order-placed/v1/`. */
  readonly bucketLocation: string;
}

/** One check of a contract against its product; pure. */
export type ContractRule = (contract: Contract, product: ProductFacts, mesh: MeshFacts) => readonly Problem[];
