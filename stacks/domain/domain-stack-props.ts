import type { ProductBucket, ProductTopic } from "../../constructs/data-product";
import type { MeshEnvironment } from "../../constructs/environment";
import type { AppIdentity } from "../../constructs/identity";
import type { ServiceLevel } from "../../constructs/monitoring";
import type { Site } from "../../src/names";
import type { StateLocation } from "../state";

/** Props of a `DomainStack`: plain data, so that a stack is synthesised again only when they change. */
export interface DomainStackProps {
  readonly environment: MeshEnvironment;
  /**
   * Where the domain lives.
   * @default - the environment's own site
   */
  readonly site?: Site;
  readonly state: StateLocation;
  readonly domain: string;
  readonly owner: DomainOwner;
  /** One entry per major version of a product. */
  readonly products: readonly DomainProduct[];
  /**
   * What the domain's apps read of other domains, both signatures given.
   * @default - nothing
   */
  readonly imports?: readonly DomainImport[];
  /**
   * Apps besides the products' own.
   * @default - the apps of `imports`
   */
  readonly apps?: readonly string[];
  /**
   * Postgres connections of one app.
   * @default - the default of DomainSchema
   */
  readonly connectionsPerApp?: number;
  /**
   * Where runbooks are; a product's is `<url>/<domain>/<product>`.
   * @default - the domain's dashboard
   */
  readonly runbookBaseUrl?: string;
}

/** Who answers for a domain. */
export interface DomainOwner {
  readonly team: string;
  /** Where alerts go. */
  readonly email: string;
}

/** One major version of a data product, with the ports it offers. */
export interface DomainProduct {
  readonly product: string;
  /** 1 to 99. */
  readonly major: number;
  /**
   * Drafts and retired versions have no readers and no alarms.
   * @default "active"
   */
  readonly lifecycle?: "draft" | "active" | "deprecated" | "retired";
  /**
   * The product is retired and the environment allows its data to be destroyed: Terraform does so once the product is
   * taken out.
   * @default false
   */
  readonly destroyable?: boolean;
  /** @default - no topic */
  readonly topic?: ProductTopic;
  /** @default - no bucket prefix */
  readonly bucket?: ProductBucket;
  /**
   * It has a Postgres schema.
   * @default false
   */
  readonly schema?: boolean;
  /** @default - nothing promised, nothing watched but dead letters and client errors */
  readonly slo?: ServiceLevel;
  /** @default - from `runbookBaseUrl` */
  readonly runbookUrl?: string;
  /**
   * The apps of other domains that may read every port.
   * @default - none
   */
  readonly readers?: readonly AppIdentity[];
}

/** A port of another domain that one of the domain's apps reads. */
export interface DomainImport {
  readonly app: string;
  readonly domain: string;
  readonly site: Site;
  readonly product: string;
  readonly major: number;
  readonly topic: boolean;
  readonly bucket: boolean;
  readonly schema: boolean;
}
